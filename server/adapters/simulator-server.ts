import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

export interface SimulatorRequest {
  method: string;
  /** As sent, without the query. Signatures cover these bytes, so nothing is decoded. */
  path: string;
  /** As sent, without the question mark. */
  rawQuery: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface SimulatorReply {
  status?: number;
  headers?: Record<string, string>;
  body: string | Buffer;
}

export interface SimulatorServer {
  /** Without a trailing slash. */
  baseUrl: string;
  close: () => Promise<void>;
}

export const jsonReply = (value: unknown, status = 200, headers: Record<string, string> = {}): SimulatorReply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
});

const readBody = async (incoming: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(Buffer.from(part as Buffer));
  return Buffer.concat(parts).toString('utf8');
};

const answer = async (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: (request: SimulatorRequest) => SimulatorReply | Promise<SimulatorReply>,
): Promise<void> => {
  const target = incoming.url ?? '/';
  const mark = target.indexOf('?');
  const rawQuery = mark < 0 ? '' : target.slice(mark + 1);
  const reply = await handle({
    method: incoming.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    rawQuery,
    query: new URLSearchParams(rawQuery),
    headers: incoming.headers,
    body: await readBody(incoming),
  });
  outgoing.writeHead(reply.status ?? 200, reply.headers).end(reply.body);
};

/** One outside system on a free loopback port. */
export const startSimulatorServer = async (
  handle: (request: SimulatorRequest) => SimulatorReply | Promise<SimulatorReply>,
): Promise<SimulatorServer> => {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing, handle).catch((error: unknown) => {
      // The text of the error would be the only trace of a defect in a simulator; it never runs with real people.
      if (!outgoing.headersSent) outgoing.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      outgoing.end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The simulator has no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()));
        // Clients keep their connections open; waiting for them would hang the shutdown.
        server.closeAllConnections();
      }),
  };
};
