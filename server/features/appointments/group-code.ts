import { randomInt } from 'node:crypto';
import type { Slot } from '@server/features/sites';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { Appointment } from './appointment.entity';
import { GroupBooking, GroupTime } from './group-booking.entity';
import { takeGroupPlace } from './group-places';
import { lapseOverdue } from './lapse-hold';
import { noPlace } from './place';

/** Without what is mistaken for something else when it is read out: 0 O, 1 I L. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 8;

export const newCode = (): string => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** Case, spaces and hyphens do not matter. */
export const codeKey = (tx: Tx, code: string): string =>
  tx.app.crypto.fingerprint('group-code', code.replace(/[\s-]/g, '').toUpperCase());

const notValid = () => new Refusal('GROUP_CODE_NOT_VALID', 'conflict');

export async function getGroupByCode(
  tx: Tx,
  which: 'memberCodeKey' | 'organiserCodeKey',
  code: string,
): Promise<GroupBooking> {
  const group = await tx.em.findOneBy(GroupBooking, { [which]: codeKey(tx, code) });
  if (!group) throw notValid();
  return group;
}

/** The group whose code this is; refused when it has no places at this time, or has none any more. */
export async function getGroupOfTime(tx: Tx, slotId: string, memberCode: string): Promise<string> {
  const { id: groupId, state } = await getGroupByCode(tx, 'memberCodeKey', memberCode);
  const time = await tx.em.findOneBy(GroupTime, { groupId, slotId });
  if (state !== 'open' || !time?.open) throw notValid();
  return groupId;
}

/** A place of the group whose code this is; what the group has no more of, the public may still have. */
export async function claimGroupPlace(
  tx: Tx,
  slot: Slot,
  memberCode: string,
): Promise<Pick<Appointment, 'takenAs' | 'groupId'>> {
  const groupId = await getGroupOfTime(tx, slot.id, memberCode);
  const place = { takenAs: null, groupId };
  if (await takeGroupPlace(tx, groupId, slot.id)) return place;
  if ((await lapseOverdue(tx, slot.id)) && (await takeGroupPlace(tx, groupId, slot.id))) return place;
  if (slot.state === 'closed') throw await noPlace(tx, slot);
  throw new Refusal('GROUP_FULL', 'conflict');
}
