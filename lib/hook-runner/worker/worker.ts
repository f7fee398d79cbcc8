import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerStart } from '../pool/messages.ts';
import { Engine } from './engine.ts';

const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread of the hook pool only.');
const start: WorkerStart = workerData;
const post = (message: FromWorker) => port.postMessage(message);

try {
  const engine = await Engine.boot(start, post);
  port.on('message', (message: ToWorker) => {
    engine.receive(message).catch((error: unknown) => {
      setImmediate(() => {
        throw error;
      });
    });
  });
  post({ type: 'ready' });
} catch (error) {
  post({ type: 'boot-failed', message: String(error) });
}
