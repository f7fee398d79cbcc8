import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * The options of a command. One that it does not know ends it with 2 and says how it is called; `--help` says so too.
 * @param usage what can be called, without 'Usage: '
 */
export function commandLine<const Options extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: Options,
) {
  if (process.argv.slice(2).includes('--help')) {
    console.log(`Usage: ${usage}`);
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nUsage: ${usage}`);
    process.exit(2);
  }
}
