import type { Input, Output } from '@contract/endpoint';
import type { findHonors as contract } from '@contract/honors';
import { toChinaDate } from '@rules/calendar';
import { maskDocumentNumber, maskName } from '@rules/identifiers';
import { getPerson, openDocNumber, openName } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';
import { HonorCertificate } from './honor-certificate.entity';
import { nameIndexOf } from './name-index';

type Found = Output<typeof contract>;

const shownAtOnce = 20;
const isNumber = (text: string): boolean => /^ZJR\d{11}$/.test(text);

async function shown(tx: Tx, row: HonorCertificate): Promise<Found['items'][number]> {
  const person = await getPerson(tx, row.personId);
  const { id, version, number, state, city, issuedAt, endedAt, endReasonSealed } = row;
  return {
    ...{ id, version, number, state, city },
    maskedName: maskName(openName(tx, person)),
    // Two people may share a name.
    maskedDocument: maskDocumentNumber(openDocNumber(tx, person)),
    issuedOn: toChinaDate(issuedAt),
    endedOn: endedAt === null ? null : toChinaDate(endedAt),
    endReason: endReasonSealed === null ? null : tx.app.crypto.open('identity', endReasonSealed),
  };
}

/** One by its number; or those of everybody who bears exactly this name, the latest first. */
export async function findHonors(tx: Tx, { numberOrName }: Input<typeof contract>): Promise<Found> {
  const number = numberOrName.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const where = isNumber(number) ? { number } : { nameIndex: nameIndexOf(tx, numberOrName) };
  const rows = await tx.em.find(HonorCertificate, {
    where,
    order: { issuedAt: 'DESC', id: 'DESC' },
    take: shownAtOnce + 1,
  });
  const items: Found['items'] = [];
  for (const row of rows.slice(0, shownAtOnce)) items.push(await shown(tx, row));
  if (items.length === 1 && rows[0]) tx.subject(rows[0].personId);
  return { items, more: rows.length > shownAtOnce };
}
