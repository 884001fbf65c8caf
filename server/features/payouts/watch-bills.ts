import { addDays } from '@rules/calendar';
import { getEdition } from '@rules/edition';
import { SourceUnavailable } from '@server/adapters/data-sharing/port';
import type { MedicalBill } from '@server/adapters/finance/port';
import { getOrganization } from '@server/features/organizations';
import { findCaseOf, openCase } from '@server/features/results';
import {
  type Party,
  WaiverBill,
  WaiverClaim,
  askForBills,
  openParty,
  readBillsAgain,
  yuan,
} from '@server/features/waivers';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { insertRows } from '@server/platform/db/rows';
import { type Tx, inTransaction } from '@server/platform/tx';
import { BillWatch } from './bill-watch.entity';
import { clawBack } from './claw-back';

/** Days between two looks at the bills of one claim. */
const EVERY = 7;
/** Claims looked at in one run, which comes every hour. */
const PER_RUN = 500;

const origin = { actor: systemActor, requestId: 'payout.watch-bills' };

/** Claims that were approved or settled since; those whose time is over are not taken up. */
async function enroll(tx: Tx): Promise<void> {
  const days = getEdition('service', tx.today).rules.payoutRecheckDays.value;
  const found = await tx.em
    .createQueryBuilder(WaiverClaim, 'claim')
    .leftJoin(BillWatch, 'watch', 'watch.claimId = claim.id')
    .select('claim.id', 'id')
    .where("watch.claimId IS NULL AND claim.state IN ('approved', 'paying', 'paid')")
    .andWhere('claim.updatedAt >= :since', { since: `${addDays(tx.today, -days)}T00:00:00.000Z` })
    .orderBy('claim.id')
    .limit(PER_RUN)
    .getRawMany<{ id: string }>();
  const watches = found.map(({ id }) => ({
    claimId: id,
    nextOn: addDays(tx.today, 1),
    lastOn: addDays(tx.today, days),
  }));
  if (watches.length > 0) await insertRows(tx.em, BillWatch, watches);
}

interface Taken {
  claim: WaiverClaim;
  hospitalCode: string;
  patient: Party;
}

/** Compare-and-swap of the day, so that of two servers one asks. */
async function take(tx: Tx, watch: BillWatch): Promise<Taken | undefined> {
  const next = addDays(tx.today, EVERY);
  if (next > watch.lastOn) await tx.em.delete(BillWatch, { claimId: watch.claimId, nextOn: watch.nextOn });
  else {
    const { affected } = await tx.em.update(
      BillWatch,
      { claimId: watch.claimId, nextOn: watch.nextOn },
      { nextOn: next },
    );
    if (affected !== 1) return undefined;
  }
  const claim = await tx.em.findOneBy(WaiverClaim, { id: watch.claimId });
  if (!claim || (claim.state !== 'approved' && claim.state !== 'paid')) return undefined;
  const { code: hospitalCode } = await getOrganization(tx, claim.hospitalId);
  return { claim, hospitalCode, patient: openParty(tx.app, claim.patientSealed) };
}

/** A whole bill that was reversed takes the waiver back; less than that takes its part, unless nobody knows which it was. */
async function judge(tx: Tx, taken: Taken, found: readonly MedicalBill[]): Promise<void> {
  const { claim } = taken;
  const held = await tx.em.findBy(WaiverBill, { claimId: claim.id });
  const gone = new Set(found.filter(({ status }) => status === 'reversed').map(bill => `${bill.code}/${bill.number}`));
  const reversed = held.filter(({ activeKey }) => activeKey !== null && gone.has(activeKey));
  const reversedFen = reversed.reduce((fen, { waivedFen }) => fen + waivedFen, 0);
  if (reversed.length > 0 && reversedFen === claim.waivedFen) {
    await clawBack(tx, claim, '医院已将票据冲红退费，');
    return;
  }
  const { isUnexplained } = await readBillsAgain(tx, taken, found);
  if (isUnexplained) await askPerson(tx, claim);
}

/** Of which lines the refund was, the register does not say; a person asks the hospital. Once for a claim. */
async function askPerson(tx: Tx, claim: WaiverClaim): Promise<void> {
  const source = `refund:${claim.id}`;
  if (await findCaseOf(tx, source)) return;
  await openCase(tx, {
    kind: 'payback',
    source,
    stationId: claim.hospitalId,
    siteId: null,
    dueInDays: 10,
    subject: {
      personId: claim.claimantId ?? claim.donorId,
      facts: [
        { label: '减免申请', value: claim.number },
        { label: '已减免', value: `${yuan(claim.waivedFen ?? 0)} 元` },
        {
          label: '要做的事',
          value: '票据后来有部分退费。请向医院核实退了哪些项目，按退费单号登记退的用血费用；没有退用血费用的，填 0。',
        },
      ],
    },
  });
}

/** Runs every hour in the worker; asks the register with no transaction open. */
export async function watchBills(app: App): Promise<void> {
  await inTransaction(app, origin, enroll);
  const due = await inTransaction(app, origin, tx =>
    tx.em
      .createQueryBuilder(BillWatch, 'watch')
      .where('watch.nextOn <= :today', { today: tx.today })
      .orderBy('watch.nextOn')
      .addOrderBy('watch.claimId')
      .limit(PER_RUN)
      .getMany(),
  );
  for (const watch of due) {
    const taken = await inTransaction(app, origin, tx => take(tx, watch));
    if (!taken) continue;
    try {
      const { found } = await askForBills(app, taken);
      await inTransaction(app, origin, tx => judge(tx, taken, found));
    } catch (error) {
      if (!(error instanceof SourceUnavailable)) throw error;
      await inTransaction(app, origin, tx =>
        tx.em.update(BillWatch, { claimId: watch.claimId }, { nextOn: addDays(tx.today, 1) }),
      );
      // The register is down for the others as well.
      return;
    }
  }
}
