import { randomBytes } from 'node:crypto';
import { mintLiveCode } from '@privilege-code/issue';
import { LIVE_LIFE } from '@privilege-code/life-times';
import { registerGate } from '@server/features/gates';
import { openSession } from '@server/features/identity';
import { keyRing, PrivilegeCode, PrivilegeHolder } from '@server/features/privileges';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { toInstant } from '@server/platform/clock';
import { insertRows } from '@server/platform/db/rows';
import { newId } from '@server/platform/ids';
import { inTransaction, type Tx } from '@server/platform/tx';

export interface ShownCode {
  readonly text: string;
}

/** Turnstiles with their screens, and donors who each show one code. */
export interface GateCrowd {
  readonly tokens: readonly string[];
  readonly publicJwk: object;
  /** Fresh codes of these donors; good for a minute. */
  show(from: number, count: number): Promise<ShownCode[]>;
}

const perStatement = 500;

export async function aGateCrowd(app: App, { gates, donors }: { gates: number; donors: number }): Promise<GateCrowd> {
  const inOne = <T>(work: (tx: Tx) => Promise<T>) =>
    inTransaction(app, { actor: systemActor, requestId: 'bench' }, work);
  const tokens = await inOne(async tx => {
    const opened: string[] = [];
    for (let n = 0; n < gates; n++) {
      const place = { code: `bench-${n}`, name: '测试闸机', city: '杭州市', groupCode: `bench-${n}` };
      const { gateId } = await registerGate(tx, { ...place, kind: 'park', scopes: ['park'], staffed: false });
      const owner = { ownerId: newId(), role: 'gate', organizationId: gateId } as const;
      opened.push((await openSession(tx, owner)).accessToken);
    }
    return opened;
  });
  const people = Array.from({ length: donors }, () => newId());
  for (let at = 0; at < donors; at += perStatement)
    await inOne(tx =>
      insertRows(
        tx.em,
        PrivilegeHolder,
        people.slice(at, at + perStatement).map(personId => ({
          ...{ personId, sessionId: '', epoch: 1, changes: 0, suspended: false },
          ...{ suspendReasonSealed: null, updatedAt: tx.now },
        })),
      ),
    );
  const ring = await keyRing(app);
  const { issuer, x, y } = ring.signer('live');
  return {
    tokens,
    publicJwk: { kty: 'EC', crv: 'P-256', x, y },
    async show(from, count) {
      const exp = Math.floor(app.clock.millis() / 1000) + LIVE_LIFE;
      const codes = people.slice(from, from + count).map(personId => ({ personId, cti: randomBytes(8) }));
      for (let at = 0; at < count; at += perStatement)
        await inOne(tx =>
          insertRows(
            tx.em,
            PrivilegeCode,
            codes.slice(at, at + perStatement).map(({ personId, cti }) => ({
              ...{ cti: cti.toString('hex'), personId, epoch: 1, mintedAt: tx.now, form: 'live' as const },
              ...{ expiresAt: toInstant(exp * 1000), revokedAt: null },
            })),
          ),
        );
      return Promise.all(codes.map(async ({ cti }) => ({ text: await mintLiveCode(issuer, { exp, cti, scope: 2 }) })));
    },
  };
}
