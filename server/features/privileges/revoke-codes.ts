import { In, IsNull, MoreThan, Not } from 'typeorm';
import type { Output } from '@contract/endpoint';
import type { getRevocationList } from '@contract/privileges';
import { toBase64url } from '@privilege-code/base64url';
import { signRevocationList } from '@privilege-code/signed-set';
import type { Instant } from '@rules/calendar';
import type { Tx } from '@server/platform/tx';
import type { KeyRing } from './key-ring';
import { PrivilegeCode, type StoredForm } from './privilege-code.entity';

/** Ends credentials or cards at once for gates that ask, and by the list for gates that decide alone. */
export async function revokeCodes(tx: Tx, personId: string, forms: readonly StoredForm[]): Promise<void> {
  await tx.em.update(
    PrivilegeCode,
    { personId, form: In([...forms]), revokedAt: IsNull(), expiresAt: MoreThan(tx.now) },
    { revokedAt: tx.now },
  );
}

export async function findRevoked(tx: Tx): Promise<{ ctis: string[]; at: Instant }> {
  const rows = await tx.em.find(PrivilegeCode, {
    select: { cti: true },
    where: { revokedAt: Not(IsNull()), expiresAt: MoreThan(tx.now) },
  });
  return { ctis: rows.map(row => row.cti), at: tx.now };
}

/** The second of its making is its number, which therefore only grows. */
export async function signList(
  ring: KeyRing,
  { ctis, at }: { ctis: string[]; at: Instant },
): Promise<Output<typeof getRevocationList>> {
  const version = Math.floor(Date.parse(at) / 1000);
  const bytes = await signRevocationList(ring.signer('list').issuer, { version, issuedAt: version, ctis });
  return { version, count: ctis.length, cose: toBase64url(bytes) };
}
