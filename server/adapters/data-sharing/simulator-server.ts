import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SimulatedRequest {
  method: string;
  /** As sent, with the query. */
  target: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface SimulatedAnswer {
  status?: number;
  contentType?: string;
  body: string;
}

export interface RunningSimulator {
  baseUrl: string;
  /** While true every connection is cut: what a client sees of an outside system that is down. */
  down: boolean;
  close(): Promise<void>;
}

export const json = (value: unknown, status = 200): SimulatedAnswer => ({
  status,
  contentType: 'application/json;charset=utf-8',
  body: JSON.stringify(value),
});

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** A plain server on the loopback interface and a free port (or the given one). */
export async function startSimulator(
  answer: (request: SimulatedRequest) => SimulatedAnswer | Promise<SimulatedAnswer>,
  port = 0,
): Promise<RunningSimulator> {
  const running: RunningSimulator = { baseUrl: '', down: false, close: () => Promise.resolve() };
  const server = createServer((request, response) => {
    const respond = async (): Promise<void> => {
      const body = await readBody(request);
      if (running.down) {
        request.socket.destroy();
        return;
      }
      const target = request.url ?? '/';
      const url = new URL(target, 'http://simulator');
      const result = await answer({
        method: request.method ?? 'GET',
        target,
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body,
      });
      response.writeHead(result.status ?? 200, { 'content-type': result.contentType ?? 'text/plain;charset=utf-8' });
      response.end(result.body);
    };
    respond().catch(() => {
      response.writeHead(500).end();
    });
  });
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  running.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  running.close = () =>
    new Promise(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return running;
}
