/** How long something takes, in milliseconds. */
export async function msOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The value below which this share of the samples lies: 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const ordered = samples.toSorted((one, other) => one - other);
  const at = Math.min(ordered.length - 1, Math.floor(ordered.length * share));
  const value = ordered[at];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/**
 * Times several things in turns, A B A B, so that whatever else the machine does meets all of them alike.
 * The first `warmUps` rounds are run and not counted. Every run is told the number of its round.
 * @returns the milliseconds of each round, in the order of `runs`
 */
export async function inTurns(
  runs: readonly ((round: number) => Promise<unknown>)[],
  { rounds, warmUps }: { rounds: number; warmUps: number },
): Promise<number[][]> {
  const samples = runs.map((): number[] => []);
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const [at, run] of runs.entries()) {
      const ms = await msOf(() => run(round));
      if (round >= warmUps) samples[at]?.push(ms);
    }
  }
  return samples;
}
