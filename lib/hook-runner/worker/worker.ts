import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerStart } from '../pool/messages.ts';
import { Engine } from './engine.ts';

const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread of the hook pool only.');
const start: WorkerStart = workerData;
const post = (message: FromWorker) => port.postMessage(message);

/**
 * A request's hooks come one right after the other, and waking a thread that sleeps takes longer than most of
 * them run. So the thread looks out for the next message a moment longer before it sleeps.
 */
const lookOutMs = 0.06;
/** Then the event loop gets its turn in any case. */
const messagesAtOnceMax = 32;

function nextMessage(from: MessagePort): ToWorker | undefined {
  const untilMs = performance.now() + lookOutMs;
  do {
    const next: { message: ToWorker } | undefined = receiveMessageOnPort(from);
    if (next) return next.message;
  } while (performance.now() < untilMs);
  return undefined;
}

try {
  const engine = await Engine.boot(start, post);
  const serve = async (first: ToWorker): Promise<void> => {
    let message: ToWorker | undefined = first;
    for (let n = 0; message && n < messagesAtOnceMax; n++) {
      await engine.receive(message);
      message = engine.hasChores ? undefined : nextMessage(port);
    }
    if (message) await engine.receive(message);
  };
  port.on('message', (message: ToWorker) => {
    serve(message).catch((error: unknown) => {
      setImmediate(() => {
        throw error;
      });
    });
  });
  post({ type: 'ready' });
} catch (error) {
  post({ type: 'boot-failed', message: String(error) });
}
