import type { CustomDataPlace } from './hook.ts';
import type { CustomDataAsks } from './pool/host-calls.ts';

const bytesMax = 400 * 1000;

/** How long a run is held up by what it has not waited for itself. */
const endWaitMs = 1_000;

const stillUnderWay = 'ctx.read or ctx.write was still under way when the run ended';

/**
 * What one attempt at a run does with the tenant's custom data. Its reads and writes happen one after the
 * other. A write that is based on data which others have replaced meanwhile gives the attempt up, so that the
 * hook can be run again from its start; where the attempt has written already, the write is refused instead.
 */
export class CustomDataAttempt implements CustomDataAsks {
  readonly #place: CustomDataPlace;
  readonly #mayWrite: boolean;
  readonly #givenUp = new AbortController();
  readonly #failedWrites: string[] = [];
  #last: Promise<unknown> = Promise.resolve();
  #basedOn: number | undefined;
  #hasWritten = false;

  /** @param mayWrite `false` for a run over several rows, which is given up by its first write. */
  constructor(place: CustomDataPlace, mayWrite: boolean) {
    this.#place = place;
    this.#mayWrite = mayWrite;
  }

  /** Aborted when the attempt is given up; nothing was written then. */
  get givenUp(): AbortSignal {
    return this.#givenUp.signal;
  }

  /** The data as JSON. */
  read(): Promise<string> {
    return this.#next(async () => {
      const { json, version } = await this.#place.read();
      this.#basedOn = version;
      return json;
    });
  }

  /** @throws Error with a sentence for the hook */
  write(json: string): Promise<void> {
    return this.#next(() => this.#write(json)).catch((error: unknown) => {
      this.#failedWrites.push(error instanceof Error ? error.message : String(error));
      throw error;
    });
  }

  async #write(json: string): Promise<void> {
    const bytes = Buffer.byteLength(json);
    if (bytes > bytesMax) {
      throw new Error(`ctx.write: the data has ${bytes} bytes and may have ${bytesMax}; nothing was written`);
    }
    const version = this.#mayWrite ? await this.#place.write(json, this.#basedOn) : undefined;
    if (version !== undefined) {
      this.#basedOn = version;
      this.#hasWritten = true;
    } else if (this.#hasWritten) {
      throw new Error(
        'ctx.write: others have written since ctx.read, and this hook had written before, so it cannot be run again; this data was not written',
      );
    } else this.#givenUp.abort();
  }

  /** Waits for what the hook has not waited for. Lines for its log about what it may not have noticed. */
  async end(): Promise<string[]> {
    if (!(await this.#hasEnded())) this.#failedWrites.push(stillUnderWay);
    return this.#failedWrites.map((line) => `[${line}]`);
  }

  async #hasEnded(): Promise<boolean> {
    let impatience: NodeJS.Timeout | undefined;
    const tooLong = new Promise<false>((resolve) => {
      impatience = setTimeout(() => resolve(false), endWaitMs);
    });
    const ended = await Promise.race([this.#last.then(() => true), tooLong]);
    clearTimeout(impatience);
    return ended;
  }

  #next<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => {});
    return result;
  }
}
