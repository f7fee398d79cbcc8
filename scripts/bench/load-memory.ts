import { execFileSync } from 'node:child_process';
import type { CapturedCall } from '../../e2e/by-hand.ts';
import { type Figure, told } from './figure.ts';
import type { LoadManager } from './load-managers.ts';
import { operate, type Server } from './load-operations.ts';

/** Ten managers who do something every six seconds, for an hour. */
const requestsOfAnHour = 6_000;
/**
 * One time in so many a manager makes a user. An hour's users would be just made all at once here, and stand in
 * front of every list, so they are fewer than where lists and new users are measured together.
 */
const createsEach = 100;
const growthAtMostMegabytes = 100;

/** What the server holds after as many requests as ten busy managers make in an hour, made as fast as it goes. */
export async function measureAnHour(
  server: Server,
  managers: readonly LoadManager[],
  call: CapturedCall,
): Promise<Figure> {
  const startedWith = megabytesOf(server);
  const half = () => requests(server, managers, call, requestsOfAnHour / 2);
  const failedEarly = await half();
  const midway = megabytesOf(server);
  const failedLate = await half();
  const atTheEnd = megabytesOf(server);
  return told({
    what: 'growth in the second half of an hour’s worth of requests',
    value: Math.max(0, atTheEnd - midway),
    unit: 'MB',
    atMost: growthAtMostMegabytes,
    beside: `${startedWith.toFixed(0)}, ${midway.toFixed(0)}, ${atTheEnd.toFixed(0)} MB held; ${failedEarly + failedLate} of ${requestsOfAnHour} failed`,
  });
}

/** Makes them, and counts those that a machine with too much to do let fail. */
async function requests(
  { url }: Server,
  managers: readonly LoadManager[],
  call: CapturedCall,
  count: number,
): Promise<number> {
  let failed = 0;
  const each = Math.ceil(count / managers.length);
  await Promise.all(
    managers.map(async (manager) => {
      for (let round = 0; round < each; round += 1) {
        await operate(round % createsEach === 0 ? 'create' : 'list', round, url, manager, call).catch(() => {
          failed += 1;
        });
      }
    }),
  );
  return failed;
}

/** What the system counts as the process’s own memory. */
function megabytesOf({ process: { child } }: Server): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', `${child.pid}`], { encoding: 'utf8' })) / 1_024;
}
