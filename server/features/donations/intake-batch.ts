import { Donor, newCertificateNumber } from '@server/features/donors';
import { lapseWeakProofs, Person } from '@server/features/identity';
import { actorKey } from '@server/platform/actor';
import { isUniqueViolation } from '@server/platform/db/errors';
import { announce } from '@server/platform/events';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import type { Tx } from '@server/platform/tx';
import { Donation } from './donation.entity';
import { DonationCorrection } from './donation-correction.entity';
import { donationsChanged } from './events';
import { insertRows } from '@server/platform/db/insert-rows';
import type { PeopleOptions } from './find-intake-state';
import type { IntakeDraft } from './intake-draft';
import { planIntake, type IntakePlan, type PlannedCorrection, type PlannedPerson } from './intake-plan';
import type { RowProblem } from './intake-reasons';
import type { DonorFacts, RecentPerson } from './recent-people';
import { NeedsTurn } from './steps-in-order';
import { findLastDays, holdDonors, refreshDonors, writeDonorFacts } from './refresh-donors';

interface IntakeOrigin extends PeopleOptions {
  readonly runId: string;
  /** Tell other features and the donors; switched off for bulk history, where nothing waits for it. */
  readonly announce: boolean;
  /** False while the import writes other rows at the same time, about other donors. */
  readonly alone: boolean;
}

export interface IntakeResult {
  readonly added: number;
  readonly unchanged: number;
  readonly corrected: number;
  readonly problems: readonly RowProblem[];
  readonly meetsStored: boolean;
  readonly meetsKnown: boolean;
  /** The people of this batch as they are when it is committed, by the index of their documents. */
  readonly people: ReadonlyMap<string, RecentPerson>;
}

/** Two deliveries changed the same donation at once: the batch is decided again on what stands there now. */
class DonationChanged extends Error {}

const clashes = 6;

/** Two deliveries may insert the same person or donation at once. The later one fails on the unique key, and here decides again. */
export async function repeatOnClash<T>(work: (attempt: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      if (attempt >= clashes || !(isUniqueViolation(error) || error instanceof DonationChanged)) throw error;
    }
  }
}

const byText = <Item>(key: (item: Item) => string) => {
  return (a: Item, b: Item): number => (key(a) < key(b) ? -1 : 1);
};

/** In the order of their keys, so that two deliveries of the same rows wait for each other instead of locking crosswise. */
async function insertPeople(tx: Tx, plan: IntakePlan): Promise<void> {
  const { crypto } = tx.app;
  const newcomers = [...plan.people.values()]
    .filter(person => !person.known)
    .sort(byText(person => person.draft.docIndex));
  const people = newcomers.map(({ id, draft: { row, docIndex } }) => ({
    id,
    docType: row.docType,
    docIndex,
    docNumberSealed: crypto.seal('identity', row.docNumber),
    nameSealed: crypto.seal('identity', row.name),
    sex: row.sex,
    birthDate: row.birthDate,
  }));
  await insertRows<Person, 'phoneSealed' | 'phoneIndex' | 'createdAt'>(tx.em, Person, people, {
    phoneSealed: null,
    phoneIndex: null,
    createdAt: tx.now,
  });
  const donors = [...plan.people.values()]
    .filter(person => !person.known?.donor)
    .sort(byText(person => person.draft.docIndex))
    .map(({ id, latest, draft: { row: first } }) => ({ id, row: latest ?? first }))
    .map(({ id, row }) => ({
      personId: id,
      certificateNumber: newCertificateNumber(),
      abo: row.abo,
      rhd: row.rhd,
      homeStationId: row.stationId,
    }));
  await insertRows<Donor, 'createdAt'>(tx.em, Donor, donors, { createdAt: tx.now });
}

const insertDonations = (tx: Tx, plan: IntakePlan): Promise<void> =>
  insertRows<Donation, 'source' | 'version' | 'createdAt' | 'updatedAt'>(
    tx.em,
    Donation,
    plan.added.map(({ draft: { row, rowHash }, personId }) => ({
      id: newId(),
      donationNumber: row.donationNumber,
      personId,
      stationId: row.stationId,
      siteId: row.siteId,
      type: row.type,
      volumeMl: row.volumeMl,
      unitsTenths: row.unitsTenths,
      donatedAt: row.donatedAt,
      donatedOn: row.donatedOn,
      abo: row.abo,
      rhd: row.rhd,
      rowHash,
    })),
    { source: 'intake', version: 1, createdAt: tx.now, updatedAt: tx.now },
  );

async function correct(tx: Tx, runId: string, { stored, draft, personId, fields }: PlannedCorrection): Promise<void> {
  const { row, rowHash } = draft;
  const version = stored.version + 1;
  const told = {
    personId,
    stationId: row.stationId,
    siteId: row.siteId,
    type: row.type,
    volumeMl: row.volumeMl,
    unitsTenths: row.unitsTenths,
    donatedAt: row.donatedAt,
    donatedOn: row.donatedOn,
    abo: row.abo,
    rhd: row.rhd,
  };
  const { affected } = await tx.em.update(
    Donation,
    { id: stored.id, version: stored.version },
    { ...told, rowHash, version, updatedAt: tx.now },
  );
  if (affected !== 1) throw new DonationChanged();
  const values = (source: typeof told): string =>
    tx.app.crypto.seal(
      'health',
      JSON.stringify(Object.fromEntries(Object.keys(told).map(key => [key, source[key as keyof typeof told]]))),
    );
  await tx.em.insert(DonationCorrection, {
    id: newId(),
    donationId: stored.id,
    version,
    runId,
    actorRole: tx.actor.role,
    actorId: actorKey(tx.actor),
    fields: fields.join(','),
    beforeSealed: values(stored),
    afterSealed: values(told),
    at: tx.now,
  });
}

/** Days of the latest donation: remembered, or read once everybody who is about to change one of them has been waited for. */
async function lastDaysOf(tx: Tx, people: readonly PlannedPerson[]): Promise<Map<string, string>> {
  const unknown = people.filter(({ known }) => (known?.donor?.lastOn ?? null) === null).map(({ id }) => id);
  if (unknown.length > 0) await holdDonors(tx, unknown);
  const days = unknown.length > 0 ? await findLastDays(tx, unknown) : new Map<string, string>();
  for (const { id, known } of people) {
    const lastOn = known?.donor?.lastOn ?? null;
    if (lastOn !== null) days.set(id, lastOn);
  }
  return days;
}

interface DonorChanges {
  readonly written: ReadonlyMap<string, DonorFacts>;
  readonly lastDays: ReadonlyMap<string, string>;
  /** People of whom the batch alone does not say what their latest donation is. */
  readonly undecided: ReadonlySet<string>;
}

/**
 * Keeps group and station of known donors those of their latest donation. Asks only for the last day of those of whom the new rows
 * say something else; must run before the new donations are in the register.
 */
async function updateDonors(tx: Tx, plan: IntakePlan): Promise<DonorChanges> {
  const undecided = new Set(plan.corrected.flatMap(({ personId, stored }) => [personId, stored.personId]));
  const changed = [...plan.people.values()].filter(({ known, latest }) => {
    const donor = known?.donor;
    if (!donor || !latest) return false;
    return donor.homeStationId !== latest.stationId || donor.abo !== latest.abo || donor.rhd !== latest.rhd;
  });
  const lastDays = await lastDaysOf(tx, changed);
  const written = new Map<string, DonorFacts>();
  for (const { id, latest } of changed) {
    const lastOn = lastDays.get(id) ?? '';
    if (!latest || lastOn > latest.donatedOn) continue;
    if (lastOn === latest.donatedOn) undecided.add(id);
    else written.set(id, { abo: latest.abo, rhd: latest.rhd, homeStationId: latest.stationId });
  }
  await writeDonorFacts(tx, written);
  return { written, lastDays, undecided };
}

/** The later of the days; unknown when the one in the register is. */
function latestDay(stored: string | null, told: string | undefined): string | null {
  if (stored === null || told === undefined) return stored;
  return stored > told ? stored : told;
}

/** What the register says of a planned person after the batch; without the donor when that would have to be read. */
function stateAfter(person: PlannedPerson, { written, lastDays, undecided }: DonorChanges): RecentPerson {
  const { id, name, known, latest, draft } = person;
  const { sex, birthDate } = known?.identity ?? draft.row;
  const place = known?.identity.place;
  if (undecided.has(id)) return { id, name, sex, birthDate, place, donor: undefined };
  const donor = known?.donor;
  if (donor) {
    const lastOn = latestDay(lastDays.get(id) ?? donor.lastOn, latest?.donatedOn);
    const { abo, rhd, homeStationId } = written.get(id) ?? donor;
    return { id, name, sex, birthDate, place, donor: { abo, rhd, homeStationId, lastOn } };
  }
  const { abo, rhd, stationId } = latest ?? draft.row;
  const lastOn = latest?.donatedOn ?? null;
  return { id, name, sex, birthDate, place, donor: { abo, rhd, homeStationId: stationId, lastOn } };
}

/** People who were here before the batch, of whom it tells something new. Also of bulk history, of which nobody else hears. */
function findToldAbout({ people, added, corrected }: IntakePlan): string[] {
  const known = new Set([...people.values()].filter(person => person.known).map(({ id }) => id));
  return [...new Set([...added, ...corrected].map(({ personId }) => personId))].filter(id => known.has(id));
}

/**
 * Brings rows into the register: one transaction, at most a thousand rows. Run it inside `repeatOnClash`. The result depends on
 * what is told, never on how it is cut into batches or how often it is told.
 */
export async function takeIntakeBatch(
  tx: Tx,
  drafts: readonly IntakeDraft[],
  origin: IntakeOrigin,
): Promise<IntakeResult> {
  const plan = await planIntake(tx, drafts, origin);
  const { added, corrected, unchanged, problems } = plan;
  // A donation that moves is about a donor of another batch that may be open now.
  if (!origin.alone && corrected.some(({ stored, personId }) => stored.personId !== personId)) throw new NeedsTurn();
  await insertPeople(tx, plan);
  const changes = await updateDonors(tx, plan);
  await insertDonations(tx, plan);
  for (const correction of corrected) await correct(tx, origin.runId, correction);
  await refreshDonors(tx, [...changes.undecided]);
  // Whoever is remembered was found in the register by a batch before, or written by it: nobody binds them by a weak proof since.
  if (plan.meetsKnown) await lapseWeakProofs(tx, findToldAbout(plan));
  if (origin.announce && added.length + corrected.length > 0) {
    const moved = corrected.map(({ stored }) => stored.personId);
    const personIds = [...new Set([...[...added, ...corrected].map(({ personId }) => personId), ...moved])];
    await announce(tx, donationsChanged, { personIds, via: 'intake' });
    for (const { personId } of corrected) await notify(tx, personId, 'donation.corrected', {});
  }
  return {
    added: added.length,
    corrected: corrected.length,
    unchanged,
    problems,
    meetsStored: plan.meetsStored,
    meetsKnown: plan.meetsKnown,
    people: new Map([...plan.people].map(([docIndex, person]) => [docIndex, stateAfter(person, changes)])),
  };
}
