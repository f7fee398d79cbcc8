import { listenOnLoopback } from '../loopback.ts';

/** A port that was free a moment ago, at both loopback addresses. */
export async function freePort(): Promise<number> {
  const server = await listenOnLoopback(() => {}, 0);
  await server.close();
  return server.port;
}
