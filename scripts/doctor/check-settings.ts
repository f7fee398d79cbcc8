import { type Environment, parseEnvironment } from '#lib/env.ts';
import { type Finding, right, wrong } from './finding.ts';

type Variables = Record<string, string | undefined>;

const about = 'the variables';

/** The settings as the server would read them, or a finding for each variable that is missing or wrong. */
export function checkSettings(variables: Variables): { findings: Finding[]; settings?: Environment } {
  try {
    const settings = parseEnvironment(variables);
    return {
      findings: [right(about, 'Every variable that the server needs is there and well formed.')],
      settings,
    };
  } catch (error) {
    const [, ...lines] = (error instanceof Error ? error.message : String(error)).split('\n');
    const findings = lines.map((line) => {
      const [, name = about, problem = ''] = /^\s*(\S+) (.*)$/.exec(line) ?? [];
      return wrong(
        name,
        `${name} ${problem}.`,
        `Set ${name} where the server runs; docs/setup.md says what each variable means.`,
      );
    });
    return { findings };
  }
}

/** `process.versions.node` against what the code needs: types stripped without a flag. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > 22 || (major === 22 && minor >= 18);
  return isEnough
    ? right('Node', `Node ${version} is recent enough.`)
    : wrong(
        'Node',
        `Node ${version} is too old; 22.18 is needed.`,
        'Start the server through npm, which brings its own Node, or install a newer one.',
      );
}

const skewMaxSeconds = 30;

/**
 * This machine's clock against the `Date` of an answer. Sign-ins fail where they differ: tokens are not valid yet, or no more.
 * @param nowMs when the answer came
 */
export function checkClock(date: string | null, nowMs: number): Finding {
  const about = 'the clock';
  const theirsMs = Date.parse(date ?? '');
  if (Number.isNaN(theirsMs))
    return right(about, 'The tenant’s answer has no date to compare this machine’s clock with.');
  const seconds = Math.round((nowMs - theirsMs) / 1_000);
  if (Math.abs(seconds) <= skewMaxSeconds)
    return right(about, 'This machine’s clock agrees with the tenant’s.');
  return wrong(
    about,
    `This machine’s clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead of' : 'behind'} the tenant’s, so that sign-ins can fail.`,
    'Let the machine keep its time by NTP.',
  );
}
