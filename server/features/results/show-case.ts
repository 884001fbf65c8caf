import { chinaDateTime } from '@rules/calendar';
import { dinCheckCharacter } from '@rules/din';
import type { Output } from '@contract/endpoint';
import type { getCase } from '@contract/cases';
import { Donation } from '@server/features/donations';
import { getPerson, openName } from '@server/features/identity';
import { findSitesById } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import { openOutcome, openSubject, type CaseSubject } from './case-subject';
import { caseLine, getCaseHere } from './find-cases';

type Shown = Output<typeof getCase>;

async function donorOf(tx: Tx, subject: CaseSubject): Promise<NonNullable<Shown['donor']>> {
  const person = await getPerson(tx, subject.personId);
  const donation = subject.donationId ? await tx.em.findOneBy(Donation, { id: subject.donationId }) : null;
  return {
    name: openName(tx, person),
    phone: person.phoneSealed ? tx.app.crypto.open('identity', person.phoneSealed) : null,
    donationNumber: donation && donation.donationNumber + dinCheckCharacter(donation.donationNumber),
  };
}

async function factsOf(tx: Tx, kind: Shown['kind'], subject: CaseSubject): Promise<Shown['facts']> {
  const donation = subject.donationId ? await tx.em.findOneBy(Donation, { id: subject.donationId }) : null;
  const given = donation ? [{ label: '献血时间', value: chinaDateTime(donation.donatedAt).date }] : [];
  if (kind !== 'result') return [...given, ...(subject.facts ?? [])];
  // The cause is not here on purpose: whoever calls looks it up where laboratories keep it, with the rights for that.
  return [...given, { label: '要做的事', value: '请在检验系统中按献血码查看原因，由授权人员电话联系献血者。' }];
}

/** Opens what is sealed; the route makes this a POST, so that each opening leaves an audit line. */
export async function showCase(tx: Tx, caseId: string): Promise<Shown> {
  const row = await getCaseHere(tx, caseId);
  const subject = openSubject(tx, row);
  const outcome = openOutcome(tx, row);
  // Of a complaint nobody learns who it was, and money names claims and hospitals.
  const unnamed = row.kind === 'survey' || row.kind === 'books' || row.kind === 'payback';
  // The line names the case: who complained must not be readable from the audit either.
  tx.subject(unnamed ? row.id : subject.personId);
  const sites = await findSitesById(tx, row.siteId ? [row.siteId] : []);
  return {
    ...caseLine(tx, row, sites.get(row.siteId ?? '')?.name ?? null),
    donor: unnamed ? null : await donorOf(tx, subject),
    facts: await factsOf(tx, row.kind, subject),
    answerable: subject.page !== undefined,
    holdsDonor: subject.deferralId !== undefined,
    takenAt: row.takenAt,
    closedAt: row.closedAt,
    outcome: outcome?.outcome ?? null,
    answer: outcome?.answer ?? null,
  };
}
