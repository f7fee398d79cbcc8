import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Variables } from '../scripts/stack.ts';

export interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
}

/** Takes what a console sends over OTLP/HTTP in JSON. */
export class Collector {
  readonly texts: string[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Collector> {
    const server = createServer().listen(0, 'localhost');
    await once(server, 'listening');
    const collector = new Collector(server);
    server.on('request', async (request, response) => {
      let text = '';
      for await (const part of request) text += part;
      collector.texts.push(text);
      response.setHeader('content-type', 'application/json').end('{}');
    });
    return collector;
  }

  /** What leads a console here. */
  get variables(): Variables {
    const { port } = this.#server.address() as AddressInfo;
    return {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://localhost:${port}`,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    };
  }

  spans(): SentSpan[] {
    return this.texts.flatMap((text) => {
      const { resourceSpans = [] } = JSON.parse(text) as {
        resourceSpans?: { scopeSpans: { spans: SentSpan[] }[] }[];
      };
      return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
    });
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
