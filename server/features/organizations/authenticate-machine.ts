import { randomBytes, randomInt } from 'node:crypto';
import { LessThan } from 'typeorm';
import type { Actor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { plusSeconds } from '@server/platform/clock';
import { isUniqueViolation } from '@server/platform/db/errors';
import { findRow, insertRow } from '@server/platform/db/rows';
import type { Credentials } from '@server/platform/feature';
import { newId } from '@server/platform/ids';
import {
  ANSWER_SIGNATURE_HEADER,
  MACHINE_CLOCK_TOLERANCE_S,
  MACHINE_HEADERS,
  claimedMachineId,
  signMachineAnswer,
  verifyMachineRequest,
  type MachineVerdict,
} from '@server/platform/machine-signature';
import { common } from '@server/platform/refusal';
import { MachineCredential } from './machine-credential.entity';
import { MachineNonce } from './machine-nonce.entity';

/** A vendor can act on these words; they tell nobody anything about a secret. */
const refused = (reason: string, more: Record<string, unknown> = {}) =>
  common('NOT_SIGNED_IN', 'not_signed_in', { reason, ...more });

const secretsOf = (app: App, row: MachineCredential): string[] => [
  app.crypto.open('secret', row.secretSealed),
  ...(row.previousSecretSealed !== null && row.previousUntil !== null && row.previousUntil > app.clock.now()
    ? [app.crypto.open('secret', row.previousSecretSealed)]
    : []),
];

/** The unique key decides who was first; a second transaction would only see the row after the first has committed. */
async function useNonce(app: App, machineId: string, nonce: string): Promise<void> {
  const now = app.clock.now();
  try {
    await app.db.transaction(async em => {
      // Now and then is enough: old rows only take space.
      if (randomInt(256) === 0) await em.delete(MachineNonce, { expiresAt: LessThan(now) });
      const expiresAt = plusSeconds(now, 2 * MACHINE_CLOCK_TOLERANCE_S);
      await insertRow(em, MachineNonce, { id: newId(), machineId, nonce, expiresAt });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw refused('nonce_used');
    throw error;
  }
}

export async function authenticateMachine(app: App, credentials: Credentials): Promise<Actor | undefined> {
  if (credentials.header(MACHINE_HEADERS.id) === '') return undefined;
  const headers = Object.fromEntries(Object.values(MACHINE_HEADERS).map(name => [name, credentials.header(name)]));
  const machineId = claimedMachineId(headers);
  const row = machineId ? await app.db.read(em => findRow(em, MachineCredential, { machineId })) : null;
  // Checked against a secret that nobody has, an unknown machine gets the very answers of a known one: ids cannot be tried out.
  const secrets = row?.active ? secretsOf(app, row) : [randomBytes(32).toString('base64url')];
  const received = { method: credentials.method, path: credentials.path, headers, body: credentials.rawBody };
  const nowSeconds = Math.floor(app.clock.millis() / 1000);
  let verdict: MachineVerdict = { ok: false, reason: 'WRONG_SIGNATURE' };
  let used = '';
  for (const secret of secrets) {
    verdict = verifyMachineRequest(received, secret, nowSeconds);
    used = secret;
    if (verdict.ok || verdict.reason !== 'WRONG_SIGNATURE') break;
  }
  if (!verdict.ok)
    throw refused(verdict.reason.toLowerCase(), verdict.reason === 'CLOCK_SKEW' ? { serverSeconds: nowSeconds } : {});
  if (!row?.active) throw refused('wrong_signature');
  const { machineId: asker, nonce } = verdict;
  // With the secret that the machine signed with: in a rotation it may not know the new one yet.
  credentials.signAnswer((status, body) => ({
    [ANSWER_SIGNATURE_HEADER]: signMachineAnswer({ machineId: asker, nonce, status, body }, used),
  }));
  await useNonce(app, asker, nonce);
  return { role: row.role, organizationId: row.ownerId };
}
