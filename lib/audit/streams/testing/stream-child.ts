import { openStateAt } from '#lib/state/state.ts';
import { inLanes } from '../lanes.ts';
import { retryTimes } from '../retry-times.ts';
import { runStream } from '../run-stream.ts';
import { deliver } from '../webhook.ts';

// A process of its own for the tests: delivers what is in the state of a folder until it is killed.
// Ends with the process that started it.
process.stdin.once('end', () => process.exit()).resume();

const [folder = '', name = '', url = '', secret = ''] = process.argv.slice(2);
const state = await openStateAt({ folder });
runStream(
  name,
  inLanes((record, cutOff) => deliver({ url, secret }, record, cutOff), retryTimes),
  async () => state,
);
