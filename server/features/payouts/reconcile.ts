import type * as z from 'zod/mini';
import type { Input, Output } from '@contract/endpoint';
import type { differenceKind, reconcileDay as contract, recordHospitalPayment } from '@contract/payout-checks';
import { type Organization, findOrganizationByCode } from '@server/features/organizations';
import { closeByItself, openCase } from '@server/features/results';
import { compareBooks, findEntries, findTheirTotals, totalsOf, yuan } from '@server/features/waivers';
import { actorKey } from '@server/platform/actor';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { BookDifference } from './book-difference.entity';
import { HospitalPayment } from './hospital-payment.entity';
import { showDifferences } from './show-differences';

type Kind = z.output<typeof differenceKind>;
type Found = Pick<BookDifference, 'hospitalReference' | 'movement' | 'kind' | 'oursFen' | 'theirsFen' | 'paidFen'>;

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  missing_at_hospital: '医院账里没有这笔减免',
  missing_here: '我们的账里没有这笔减免',
  amount_differs: '两边金额不同',
  reversed_on_one_side: '只有一边撤销了',
  payment_differs: '付给医院的钱和当天的账不符',
};

function kindOf(movement: string, oursFen: number | null, theirsFen: number | null): Kind {
  if (oursFen !== null && theirsFen !== null) return 'amount_differs';
  if (movement === 'reverse') return 'reversed_on_one_side';
  return oursFen === null ? 'missing_here' : 'missing_at_hospital';
}

const findPayments = (tx: Tx, hospitalId: string, on: string): Promise<HospitalPayment[]> =>
  tx.em.find(HospitalPayment, { where: { hospitalId, onDay: on }, order: { at: 'ASC', id: 'ASC' } });

const sumOf = (payments: readonly HospitalPayment[]): number | null =>
  payments.length === 0 ? null : payments.reduce((fen, { amountFen }) => fen + amountFen, 0);

const keyOf = ({ movement, hospitalReference }: Pick<Found, 'movement' | 'hospitalReference'>): string =>
  `${movement} ${hospitalReference}`;

const fenText = (fen: number | null): string => (fen === null ? '没有' : `${yuan(fen)} 元`);

async function openFor(tx: Tx, hospital: Organization, on: string, id: string, found: Found): Promise<string> {
  const { kind, hospitalReference, oursFen, theirsFen, paidFen } = found;
  const { id: caseId } = await openCase(tx, {
    kind: 'books',
    // A difference that comes back with other sums, or after it had gone, is another case.
    source: ['books', id, oursFen, theirsFen, paidFen, tx.now].join(':'),
    stationId: hospital.id,
    siteId: null,
    dueInDays: 10,
    subject: {
      personId: hospital.id,
      facts: [
        { label: '医院', value: hospital.name },
        { label: '日期', value: on },
        ...(hospitalReference === '' ? [] : [{ label: '医院结算号', value: hospitalReference }]),
        { label: '不符', value: KIND_WORDS[kind] },
        { label: '我们的账', value: fenText(oursFen) },
        ...(kind === 'payment_differs'
          ? [{ label: '已付', value: fenText(paidFen) }]
          : [{ label: '医院的账', value: fenText(theirsFen) }]),
      ],
    },
  });
  return caseId;
}

/** Writes what differs now; what agrees since is closed together with its case. Repeating it changes nothing. */
async function keep(tx: Tx, hospital: Organization, on: string, found: readonly Found[]): Promise<void> {
  const known = await tx.em.findBy(BookDifference, { hospitalId: hospital.id, onDay: on });
  const knownOf = new Map(known.map(row => [keyOf(row), row]));
  for (const one of found) {
    const row = knownOf.get(keyOf(one));
    knownOf.delete(keyOf(one));
    const isSame =
      row?.state === 'open' &&
      row.oursFen === one.oursFen &&
      row.theirsFen === one.theirsFen &&
      row.paidFen === one.paidFen;
    if (isSame) continue;
    const id = row?.id ?? newId();
    if (row?.state === 'open') await closeByItself(tx, row.caseId, '账目有变化，已另开一件。');
    const caseId = await openFor(tx, hospital, on, id, one);
    const set = { ...one, state: 'open', caseId, foundAt: tx.now, closedAt: null } as const;
    if (row) await tx.em.update(BookDifference, { id }, set);
    else await tx.em.insert(BookDifference, { id, hospitalId: hospital.id, onDay: on, ...set });
  }
  for (const { id, caseId, state } of knownOf.values()) {
    if (state === 'agreed') continue;
    await tx.em.update(BookDifference, { id, state: 'open' }, { state: 'agreed', closedAt: tx.now });
    await closeByItself(tx, caseId, '再次对账时两边已经一致。');
  }
}

export async function reconcile(tx: Tx, hospital: Organization, on: string): Promise<Output<typeof contract>> {
  const { deliveredAt, agreed, differences } = await compareBooks(tx, hospital.id, on);
  const ours = totalsOf(await findEntries(tx, hospital.id, on));
  const oursFen = ours.settledFen - ours.reversedFen;
  const payments = await findPayments(tx, hospital.id, on);
  const paidFen = sumOf(payments);
  // Books that were not delivered are late, not different.
  const rows: Found[] = (deliveredAt === null ? [] : differences).map(row => ({
    hospitalReference: row.hospitalReference,
    movement: row.movement,
    kind: kindOf(row.movement, row.oursFen, row.theirsFen),
    oursFen: row.oursFen,
    theirsFen: row.theirsFen,
    paidFen: null,
  }));
  if (paidFen !== null && paidFen !== oursFen)
    rows.push({
      hospitalReference: '',
      movement: 'day',
      kind: 'payment_differs',
      oursFen,
      theirsFen: null,
      paidFen,
    });
  await keep(tx, hospital, on, rows);
  const open = await tx.em.find(BookDifference, {
    where: { hospitalId: hospital.id, onDay: on, state: 'open' },
    order: { movement: 'ASC', hospitalReference: 'ASC' },
  });
  return {
    on,
    hospitalName: hospital.name,
    deliveredAt,
    agreed: deliveredAt === null ? 0 : agreed,
    ours,
    theirs: await findTheirTotals(tx, hospital.id, on),
    payments: payments.map(({ paymentReference, amountFen, at }) => ({ paymentReference, amountFen, at })),
    oursFen,
    paidFen,
    differences: await showDifferences(tx, open),
  };
}

async function getHospital(tx: Tx, code: string): Promise<Organization> {
  const hospital = await findOrganizationByCode(tx, 'hospital', code);
  if (!hospital) throw new Refusal('UNKNOWN_HOSPITAL', 'conflict');
  tx.subject(hospital.id);
  return hospital;
}

export async function reconcileNow(
  tx: Tx,
  { hospitalCode, on }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  return reconcile(tx, await getHospital(tx, hospitalCode), on);
}

export async function takePayment(
  tx: Tx,
  { hospitalCode, on, amountFen, paymentReference }: Input<typeof recordHospitalPayment>,
): Promise<Output<typeof recordHospitalPayment>> {
  const { id: hospitalId } = await getHospital(tx, hospitalCode);
  const earlier = await tx.em.findOneBy(HospitalPayment, { hospitalId, paymentReference });
  if (earlier && (earlier.onDay !== on || earlier.amountFen !== amountFen))
    throw new Refusal('REFERENCE_MISMATCH', 'conflict');
  if (!earlier) {
    const row = { id: newId(), hospitalId, onDay: on, amountFen, paymentReference };
    await tx.em.insert(HospitalPayment, { ...row, recordedBy: actorKey(tx.actor), at: tx.now });
  }
  return { on, paidFen: sumOf(await findPayments(tx, hospitalId, on)) ?? 0 };
}
