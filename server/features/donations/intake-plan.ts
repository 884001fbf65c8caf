import { isSameName } from '@server/features/identity';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import {
  findKnownPeople,
  findStoredDonations,
  type KnownPerson,
  type PeopleOptions,
  type StoredDonation,
} from './find-intake-state';
import type { IntakeDraft } from './intake-draft';
import type { IntakeRow } from './intake-row';
import { isLater } from './refresh-donors';
import type { IntakeReason, RowProblem } from './intake-reasons';

/** A person as this batch sees them: from the register, or about to be written. */
export interface PlannedPerson {
  readonly id: string;
  /** Undefined for a person who is not in the register yet. */
  readonly known: KnownPerson | undefined;
  /** The first row about the person. */
  readonly draft: IntakeDraft;
  readonly name: string;
  /** The latest donation among the new ones. */
  latest: IntakeRow | undefined;
}

export interface PlannedDonation {
  readonly draft: IntakeDraft;
  readonly personId: string;
}

export interface PlannedCorrection extends PlannedDonation {
  readonly stored: StoredDonation;
  readonly fields: readonly CorrectableField[];
}

/** What a batch will do, decided before anything is written. */
export interface IntakePlan {
  /** People with at least one new or corrected donation. */
  readonly people: ReadonlyMap<string, PlannedPerson>;
  readonly added: readonly PlannedDonation[];
  readonly corrected: readonly PlannedCorrection[];
  readonly unchanged: number;
  /** Whether any row is about a donation that is in the register. */
  readonly meetsStored: boolean;
  /** Whether anybody had to be found in the register. */
  readonly meetsKnown: boolean;
  readonly problems: readonly RowProblem[];
}

const correctableFields = [
  'personId',
  'stationId',
  'siteId',
  'type',
  'volumeMl',
  'unitsTenths',
  'donatedAt',
  'abo',
  'rhd',
] as const;
type CorrectableField = (typeof correctableFields)[number];

const problemOf = (row: IntakeRow, field: string, reason: IntakeReason): RowProblem => ({
  line: row.line,
  field,
  reason,
});

function changedFields(stored: StoredDonation, row: IntakeRow, personId: string): CorrectableField[] {
  const told = { ...row, personId };
  return correctableFields.filter(field => stored[field] !== told[field]);
}

/** The first telling of each number in this batch decides; others repeat it or contradict it. */
function dropRepeats(drafts: readonly IntakeDraft[], problems: RowProblem[]): { first: IntakeDraft[]; same: number } {
  const byNumber = new Map<string, IntakeDraft>();
  let same = 0;
  for (const draft of drafts) {
    const earlier = byNumber.get(draft.row.donationNumber);
    if (!earlier) byNumber.set(draft.row.donationNumber, draft);
    else if (earlier.rowHash === draft.rowHash) same++;
    else problems.push(problemOf(draft.row, 'donationNumber', 'repeated_differently'));
  }
  return { first: [...byNumber.values()], same };
}

function conflictOf(person: PlannedPerson, row: IntakeRow): RowProblem | undefined {
  if (person.name !== row.name && !isSameName(person.name, row.name)) return problemOf(row, 'name', 'name_differs');
  const facts = person.known?.identity ?? person.draft.row;
  if (facts.sex !== row.sex) return problemOf(row, 'sex', 'sex_differs');
  if (facts.birthDate !== row.birthDate) return problemOf(row, 'birthDate', 'birth_date_differs');
  return undefined;
}

/** Compares the rows with the register. Writes nothing. */
export async function planIntake(tx: Tx, drafts: readonly IntakeDraft[], options: PeopleOptions): Promise<IntakePlan> {
  const problems: RowProblem[] = [];
  const { first, same } = dropRepeats(drafts, problems);
  const stored =
    first.length === 0 || options.expectNew
      ? new Map<string, StoredDonation>()
      : await findStoredDonations(
          tx,
          first.map(draft => draft.row.donationNumber),
        );
  const news = first.filter(draft => stored.get(draft.row.donationNumber)?.rowHash !== draft.rowHash);
  const indexes = [...new Set(news.map(draft => draft.docIndex))];
  const { known, meetsKnown } = await findKnownPeople(tx, indexes, options);
  const people = new Map<string, PlannedPerson>();
  const added: PlannedDonation[] = [];
  const corrected: PlannedCorrection[] = [];
  let unchanged = same + first.length - news.length;
  const personOf = (draft: IntakeDraft): PlannedPerson => {
    const planned = people.get(draft.docIndex);
    if (planned) return planned;
    const found = known.get(draft.docIndex);
    if (!found) return { id: newId(), known: undefined, draft, name: draft.row.name, latest: undefined };
    return { id: found.identity.id, known: found, draft, name: found.identity.name, latest: undefined };
  };
  for (const draft of news) {
    const { row } = draft;
    const person = personOf(draft);
    const earlier: StoredDonation | undefined = stored.get(row.donationNumber);
    const problem =
      conflictOf(person, row) ??
      (earlier && earlier.stationId !== row.stationId
        ? problemOf(row, 'donationNumber', 'number_of_other_station')
        : undefined);
    if (problem) {
      problems.push(problem);
      continue;
    }
    const fields = earlier ? changedFields(earlier, row, person.id) : [];
    if (earlier && fields.length === 0) unchanged++;
    else if (earlier && draft.repeated) problems.push(problemOf(row, 'donationNumber', 'repeated_differently'));
    else {
      people.set(draft.docIndex, person);
      if (earlier) corrected.push({ draft, personId: person.id, stored: earlier, fields });
      else {
        added.push({ draft, personId: person.id });
        if (!person.latest || isLater(row, person.latest)) person.latest = row;
      }
    }
  }
  return {
    people,
    added,
    corrected,
    unchanged,
    meetsStored: stored.size > 0,
    meetsKnown,
    problems,
  };
}
