import { threadId } from 'node:worker_threads';

/** A worker of which two in three do not start; of any three in a row one does. */
if (threadId % 3 !== 0) throw new Error('this worker did not start');
await import('../worker/worker.ts');
