import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import jwt from 'jsonwebtoken';
import { decodeBase45 } from '@privilege-code/base45';
import { fromBase64url } from '@privilege-code/base64url';
import { decideAtGate, REPLAY_KEEP } from '@privilege-code/decide-at-gate';
import { fromHex, toHex } from '@privilege-code/hex';
import { mayReplaceKeySet } from '@privilege-code/key-set';
import { MIN_INTERVAL } from '@privilege-code/life-times';
import { provesAnswer } from '@privilege-code/receipt';
import { createIntervalGuard, createReplaySet } from '@privilege-code/replay-set';
import { listContains, mayReplaceList } from '@privilege-code/revocation-list';
import { readKeySet, readRevocationList } from '@privilege-code/signed-set';
import {
  buildVectors,
  type ReceiptVector,
  type SetUpdate,
  type VectorFile,
} from '@server/testing/vectors/build-vectors';
import type { Vector } from '@server/testing/vectors/vector';
import { nodeCheck } from './signatures';

const file = path.resolve('docs/integration/vectors.json');
const check = nodeCheck.verifySignature;

/** `UPDATE_VECTORS=1 npx jest vectors` writes the file anew. */
describe('the test vectors for vendors', () => {
  let vectors: VectorFile;
  beforeAll(async () => {
    vectors = await buildVectors();
    if (process.env.UPDATE_VECTORS) writeFileSync(file, `${JSON.stringify(vectors, null, 2)}\n`);
  });

  const root = () => ({ ...vectors.root, alg: 'ES256', curve: 'P-256' }) as const;
  const keySetOf = async (name: string) => {
    const set = await readKeySet(fromBase64url(vectors.keySets[name]?.cose ?? ''), root(), check);
    if (!set) throw new Error(`no key set ${name}`);
    return set;
  };
  const listOf = async (name: string) => {
    const bytes = fromBase64url(vectors.revocations[name]?.cose ?? '');
    const list = await readRevocationList(bytes, await keySetOf('keys-1'), vectors.codes[0]?.now ?? 0, check);
    if (!list) throw new Error(`no list ${name}`);
    return list;
  };

  async function decide({ gate, keySet, revocations, before, text, now }: Vector) {
    let clock = 0;
    const replaySet = createReplaySet(REPLAY_KEEP, () => clock);
    const intervals = createIntervalGuard(MIN_INTERVAL, () => clock);
    const fixed = { ...nodeCheck, keySet: await keySetOf(keySet), isRevoked: listContains(await listOf(revocations)) };
    const ages = { ntpAge: gate.ntpAgeSeconds, keySetAge: gate.keySetAgeSeconds };
    const replaySetAge = gate.replaySetAgeSeconds ?? Infinity;
    const facts = { ...fixed, ...ages, replaySetAge, replaySet, intervals };
    const scan = (shown: string, at: number) => {
      clock = at;
      return decideAtGate(shown, { ...facts, now: at, gateScope: gate.scope, staffed: gate.staffed });
    };
    for (const earlier of before) await scan(earlier.text, earlier.now);
    return scan(text, now);
  }

  it('in the file are those that the fixed keys make today', () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(vectors)));
  });

  it('hold a case for every threat', () => {
    const ids = [...vectors.codes, ...vectors.receipts, ...(vectors.requests as { id: string }[])].map(({ id }) => id);
    const threats = new Set(ids.map(id => id.slice(0, 4)));
    expect([...threats].sort()).toEqual(Array.from({ length: 19 }, (_, n) => `T-${String(n + 1).padStart(2, '0')}`));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are answered as they say', async () => {
    const answers = await Promise.all(
      vectors.codes.map(async vector => {
        const decision = await decide(vector);
        const { result } = decision;
        return { id: vector.id, ...('reason' in decision ? { result, reason: decision.reason } : { result }) };
      }),
    );
    expect(answers).toEqual(vectors.codes.map(({ id, expect: expected }) => ({ id, ...expected })));
  });

  it('replace keys and lists as they say', async () => {
    const accepts = async ({ kind, held, offered }: SetUpdate) => {
      const bytes = fromBase64url(offered);
      if (kind === 'keySet') {
        const set = await readKeySet(bytes, root(), check);
        return set !== null && mayReplaceKeySet(await keySetOf(held), set);
      }
      const list = await readRevocationList(bytes, await keySetOf('keys-1'), vectors.codes[0]?.now ?? 0, check);
      return list !== null && mayReplaceList(await listOf(held), list);
    };
    const answers = await Promise.all(vectors.updates.map(async update => [update.id, await accepts(update)]));
    expect(answers).toEqual(vectors.updates.map(({ id, accept }) => [id, accept]));
  });

  it('take receipts as they say', async () => {
    const { keys } = await keySetOf('keys-1');
    const read = ({ jwt: token, gate, requestId, replayKey, now }: ReceiptVector): string => {
      const kid = jwt.decode(token, { complete: true })?.header.kid;
      const record = keys.find(key => key.kid === kid && key.use === 'receipt');
      if (!record) return 'refuse';
      const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: record.x, y: record.y }, format: 'jwk' });
      try {
        const claims = jwt.verify(token, key, {
          algorithms: ['ES256'],
          audience: gate,
          clockTimestamp: now,
        }) as jwt.JwtPayload;
        const rkh = createHash('sha256').update(fromHex(replayKey)).digest('base64url');
        return claims.rid === requestId && claims.rkh === rkh ? String(claims.res) : 'refuse';
      } catch {
        return 'refuse';
      }
    };
    expect(vectors.receipts.map(receipt => [receipt.id, read(receipt)])).toEqual(
      vectors.receipts.map(({ id, expect: expected }) => [id, expected]),
    );
  });

  it('take receipts as they say, also on a gate’s page', async () => {
    const keySet = await keySetOf('keys-1');
    const sha256 = (bytes: Uint8Array) => Promise.resolve(new Uint8Array(createHash('sha256').update(bytes).digest()));
    const read = async ({ jwt: token, gate, requestId, replayKey, now, expect: expected }: ReceiptVector) => {
      const claims = jwt.decode(token, { json: true });
      const told = { gate, requestId, replayKey, result: String(claims?.res), reason: String(claims?.rsn) };
      const proved = await provesAnswer(token, told, { keySet, now }, { verifySignature: check, sha256 });
      expect([token, proved]).toEqual([token, expected !== 'refuse']);
      for (const change of [{ result: 'amber' }, { reason: 'interval' }, { replayKey: `${replayKey}00` }])
        expect(
          await provesAnswer(token, { ...told, ...change }, { keySet, now }, { verifySignature: check, sha256 }),
        ).toBe(false);
    };
    await Promise.all(vectors.receipts.map(read));
    expect(vectors.receipts.some(({ expect: expected }) => expected !== 'refuse')).toBe(true);
  });

  it('decode base45 as RFC 9285 and refuse the rest', () => {
    const decode = (text: string) => {
      try {
        return Buffer.from(decodeBase45(text)).toString('ascii');
      } catch {
        return null;
      }
    };
    expect(vectors.base45.map(({ text }) => decode(text))).toEqual(vectors.base45.map(({ ascii }) => ascii));
  });

  it('name the bytes of their texts', () => {
    for (const { hex, text } of vectors.codes)
      if (hex) expect(toHex(decodeBase45(text.replace(/[\r\n]+$/, '').slice(4)))).toBe(hex);
  });
});
