import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** The terminal that questions are put to. */
export interface Terminal {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
}

/** Asks for one line; answers `undefined` when the input ends without one. */
export async function ask({ input, output }: Terminal, question: string): Promise<string | undefined> {
  return lineFrom(input, output, question);
}

/** Asks for a secret: what is typed or pasted is shown nowhere. */
export async function askHidden({ input, output }: Terminal, question: string): Promise<string | undefined> {
  output.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = await lineFrom(input, nowhere, '');
  output.write('\n');
  return line;
}

function lineFrom(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  question: string,
): Promise<string | undefined> {
  const reader = createInterface({ input, output, terminal: true, historySize: 0 });
  return new Promise((resolve) => {
    reader.once('close', () => resolve(undefined));
    reader.once('SIGINT', () => reader.close());
    reader.question(question, (line) => {
      resolve(line.trim());
      reader.close();
    });
  });
}
