import { randomBytes } from 'node:crypto';
import type { AnyEndpoint, InputDraft, Role } from '@contract/endpoint';
import { issueMachineCredential } from '@server/features/organizations';
import { Account, openSession } from '@server/features/identity';
import { newId } from '@server/platform/ids';
import { signMachineRequest, type MachineHeaders } from '@server/platform/machine-signature';
import type { Tx } from '@server/platform/tx';
import type { Answer, TestApp } from '../test-app';
import { aPerson, type TestPerson } from './people';

export interface TestSession {
  /** Access token, for `{ as: token }`. Works for 15 minutes of the test's clock. */
  readonly token: string;
  readonly refreshToken: string;
  /** Account of a visitor or citizen, staff member otherwise. */
  readonly ownerId: string;
}

async function anAccount(tx: Tx, personId: string | null): Promise<string> {
  const id = newId();
  await tx.em.insert(Account, {
    id,
    host: 'wechat',
    hostUserIndex: tx.app.crypto.fingerprint('wechat', id),
    hostUserSealed: tx.app.crypto.seal('identity', id),
    personId,
    boundAt: personId && tx.now,
    createdAt: tx.now,
  });
  return id;
}

/** Somebody who signed in through WeChat and has not proved who they are. */
export const asVisitor = (test: TestApp): Promise<TestSession> =>
  test.inTransaction(async tx => {
    const ownerId = await anAccount(tx, null);
    const { accessToken, refreshToken } = await openSession(tx, { ownerId, role: 'visitor' });
    return { token: accessToken, refreshToken, ownerId };
  });

/** A signed-in natural person: a new one, or the given. */
export async function asCitizen(
  test: TestApp,
  person?: Pick<TestPerson, 'personId'>,
): Promise<TestSession & { readonly personId: string }> {
  const { personId } = person ?? (await aPerson(test));
  return test.inTransaction(async tx => {
    const ownerId = await anAccount(tx, personId);
    const { accessToken, refreshToken } = await openSession(tx, { ownerId, role: 'citizen', personId });
    return { token: accessToken, refreshToken, ownerId, personId };
  });
}

/** A signed-in nurse, clerk, reviewer, operator or gate screen. Their organization need not exist unless the route reads it. */
export const asStaff = (
  test: TestApp,
  role: Extract<Role, 'nurse' | 'clerk' | 'reviewer' | 'operator' | 'gate'>,
  at: { organizationId?: string; siteId?: string; /** Somebody who signs in anew. */ staffId?: string } = {},
): Promise<TestSession> =>
  test.inTransaction(async tx => {
    const ownerId = at.staffId ?? newId();
    const owner = { ownerId, role, organizationId: at.organizationId ?? newId(), siteId: at.siteId };
    const { accessToken, refreshToken } = await openSession(tx, owner);
    return { token: accessToken, refreshToken, ownerId };
  });

export interface TestMachine {
  readonly machineId: string;
  readonly secret: string;
  /** The four headers for this call, with a fresh nonce: `test.call(endpoint, body, { headers: machine.sign(endpoint, body) })`. */
  sign(endpoint: Pick<AnyEndpoint, 'method' | 'path'>, body: unknown): MachineHeaders;
  /** Signs and calls. */
  call<E extends AnyEndpoint>(endpoint: E, input: InputDraft<E>): Promise<Answer<E>>;
}

const queryOf = (input: unknown): string => {
  const entries = Object.entries((input ?? {}) as Record<string, unknown>).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return query === '' ? '' : `?${query}`;
};

/** A station's or hospital's system, or a gate (`ownerId` is then the gate's id). */
export async function asMachine(
  test: TestApp,
  role: 'gate' | 'station' | 'hospital',
  ownerId: string,
): Promise<TestMachine> {
  const machineId = `${role}-${randomBytes(6).toString('hex')}`;
  const secret = await test.inTransaction(tx => issueMachineCredential(tx, { machineId, role, ownerId }));
  const sign: TestMachine['sign'] = (endpoint, body) => {
    const get = endpoint.method === 'GET';
    return signMachineRequest(
      {
        method: endpoint.method,
        path: get ? `${endpoint.path}${queryOf(body)}` : endpoint.path,
        machineId,
        seconds: Math.floor(test.clock.millis() / 1000),
        nonce: randomBytes(16).toString('base64url'),
        body: get ? '' : typeof body === 'string' ? body : JSON.stringify(body),
      },
      secret,
    );
  };
  return {
    machineId,
    secret,
    sign,
    call: (endpoint, input) => test.call(endpoint, input, { headers: { ...sign(endpoint, input) } }),
  };
}
