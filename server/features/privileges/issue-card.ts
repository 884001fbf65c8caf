import type { Input, Output } from '@contract/endpoint';
import type { issuePrivilegeCard as contract, revokePrivilegeCard } from '@contract/privileges';
import { mintPaperCode } from '@privilege-code/issue';
import { SCOPE_NAMES, scopeByte, STAFFED_ONLY } from '@privilege-code/scope';
import { maskName } from '@rules/identifiers';
import { Donor } from '@server/features/donors';
import { getPerson, openName } from '@server/features/identity';
import { plusSeconds, toInstant } from '@server/platform/clock';
import { notFound, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { demandEntitled } from './demand-entitled';
import { insertHolder } from './insert-holder';
import { CARD_DAYS } from './key-schedule';
import type { KeyRing } from './key-ring';
import { newCti } from './new-cti';
import { PrivilegeCode } from './privilege-code.entity';
import { PrivilegeHolder } from './privilege-holder.entity';
import { schedulePurge } from './purge-codes';
import { revokeCodes } from './revoke-codes';

const DAY = 86_400;

/** For somebody without a phone who stands at the counter. A card can be copied, so it opens only where staff look. */
export async function issueCard(
  tx: Tx,
  ring: KeyRing,
  { certificateNumber }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const personId = await getDonorOf(tx, certificateNumber);
  await demandEntitled(tx, personId);
  await demandHolder(tx, personId);
  await revokeCodes(tx, personId, ['paper']);
  const cti = newCti();
  const exp = Math.floor(Date.parse(plusSeconds(tx.now, CARD_DAYS * DAY)) / 1000);
  const expiresAt = toInstant(exp * 1000);
  await tx.em.insert(PrivilegeCode, {
    // The epoch is that of phones; a card does not end when the donor gets one.
    ...{ cti: cti.toString('hex'), personId, epoch: 0, mintedAt: tx.now, form: 'paper', expiresAt, revokedAt: null },
  });
  await schedulePurge(tx);
  const scope = scopeByte(SCOPE_NAMES) | STAFFED_ONLY;
  return {
    text: await mintPaperCode(ring.signer('paper').issuer, { exp, cti, scope }),
    expiresAt,
    maskedName: maskName(openName(tx, await getPerson(tx, personId))),
  };
}

export async function revokeCard(
  tx: Tx,
  { certificateNumber }: Input<typeof revokePrivilegeCard>,
): Promise<{ done: true }> {
  await revokeCodes(tx, await getDonorOf(tx, certificateNumber), ['paper']);
  return { done: true };
}

export async function getDonorOf(tx: Tx, certificateNumber: string): Promise<string> {
  const donor = await tx.em.findOneBy(Donor, { certificateNumber });
  if (!donor) throw notFound();
  tx.subject(donor.personId);
  return donor.personId;
}

/** Every use turns the donor's row, so there is one also without a phone. */
async function demandHolder(tx: Tx, personId: string): Promise<void> {
  const holder = await tx.em.findOneBy(PrivilegeHolder, { personId });
  if (holder?.suspended) throw new Refusal('PRIVILEGE_SUSPENDED', 'not_allowed');
  if (!holder) await insertHolder(tx, { personId, sessionId: '', suspended: false, suspendReasonSealed: null });
}
