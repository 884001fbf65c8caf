import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPool } from 'mysql2';

/** The least that a server can do for a scan: one verification and one INSERT. A process of its own, as the service is. */
const { DATABASE_URL: uri = '', PUBLIC_JWK: jwk = '{}' } = process.env;
const key = createPublicKey({ key: JSON.parse(jwk) as JsonWebKey, format: 'jwk' });
const pool = createPool({ uri, connectionLimit: 24 });

interface Body {
  bytes: string;
  signature: string;
  replayKey: string;
}

const server = createServer((request, reply) => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (text += chunk));
  request.on('end', () => {
    const { bytes, signature, replayKey } = JSON.parse(text) as Body;
    const good = verify(
      'sha256',
      Buffer.from(bytes, 'base64'),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64'),
    );
    if (!good) return void reply.writeHead(400).end();
    pool.execute(
      'INSERT INTO bare_spent (replay_key, spent_at) VALUES (?, ?)',
      [replayKey, new Date().toISOString()],
      error => {
        const body = JSON.stringify({ result: error ? 'red' : 'green' });
        reply.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`localhost:${(server.address() as AddressInfo).port}`);
});
