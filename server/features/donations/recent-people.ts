import type { Donor } from '@server/features/donors';

/** A person as a row about them is compared with. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly birthDate: string;
  /** Where `RecentPeople` found them, so that it need not look again. */
  readonly place?: number;
}

export type DonorFacts = Pick<Donor, 'abo' | 'rhd' | 'homeStationId'>;

/** What the register says of a donor as long as nobody else writes. */
export interface DonorState extends DonorFacts {
  /** Day of the latest donation; null when it has not been asked for. */
  readonly lastOn: string | null;
}

export interface RecentPerson extends Identity {
  /** Undefined when it must be asked for. */
  readonly donor: DonorState | undefined;
}

const idEnd = 36;
const dateAt = idEnd + 1;
const nameAt = dateAt + 10;

/** The day as one number, 20260228; 0 stands for none. */
const packDay = (day: string | null | undefined): number => (day ? Number(day.replaceAll('-', '')) : 0);

function unpackDay(packed: number): string | null {
  if (packed === 0) return null;
  const digits = String(packed);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** As many people as fit, in the order in which they came. */
class Page {
  /** Where each person stands, by the index of the document. */
  readonly slots = new Map<string, number>();
  /** Who they are: one flat string of one byte a character, which holds on to no line of the input. */
  readonly identities: string[] = [];
  readonly facts: Uint16Array;
  readonly lastDays: Uint32Array;

  constructor(readonly size: number) {
    this.facts = new Uint16Array(size);
    this.lastDays = new Uint32Array(size);
  }

  add(docIndex: string, identity: string): number {
    const slot = this.identities.push(identity) - 1;
    this.slots.set(docIndex, slot);
    return slot;
  }
}

/**
 * People that an import met lately, by the index of their documents. Regular donors come back within a year or two. Forgets half
 * at a time: a map that loses its oldest entry with each new one grows slow.
 */
export class RecentPeople {
  private young: Page;
  private old: Page;
  /** The few thousand combinations of group and station, by number; number 0 means that they are not known. */
  private readonly facts: (DonorFacts | undefined)[] = [undefined];
  private readonly numbers = new Map<string, number>();
  /** Facts with a lower number are of before somebody else wrote. */
  private firstValid = 1;
  /** Which page is young; a place in an older one is not known any more. */
  private pages = 0;

  /** `limit` people take about 200 bytes each. */
  constructor(private readonly limit: number) {
    this.young = this.newPage();
    this.old = this.newPage();
  }

  get(docIndex: string): RecentPerson | undefined {
    const slot = this.find(docIndex);
    if (slot === undefined) return undefined;
    const identity = this.young.identities[slot] ?? '';
    const number = this.young.facts[slot] ?? 0;
    const facts = number < this.firstValid ? undefined : this.facts[number];
    return {
      id: identity.slice(0, idEnd),
      sex: identity.charAt(idEnd) === 'm' ? 'male' : 'female',
      birthDate: identity.slice(dateAt, nameAt),
      name: Buffer.from(identity.slice(nameAt), 'latin1').toString(),
      place: this.pages * this.young.size + slot,
      donor: facts && {
        abo: facts.abo,
        rhd: facts.rhd,
        homeStationId: facts.homeStationId,
        lastOn: unpackDay(this.young.lastDays[slot] ?? 0),
      },
    };
  }

  /** Of somebody who is remembered only the donor's facts are taken: who people are does not change. */
  add(docIndex: string, { id, name, sex, birthDate, place, donor }: RecentPerson): void {
    const slot =
      this.slotAt(place) ??
      this.find(docIndex) ??
      this.keep(
        docIndex,
        Buffer.from(id + sex.charAt(0) + birthDate + Buffer.from(name).toString('latin1'), 'latin1').toString('latin1'),
      );
    this.young.facts[slot] = donor ? this.numberOf(donor) : 0;
    this.young.lastDays[slot] = packDay(donor?.lastOn);
  }

  /** Somebody else has written: what is remembered of donors may be old. Who people are does not change. */
  forgetFacts(): void {
    this.firstValid = this.facts.length;
    this.numbers.clear();
  }

  private newPage(): Page {
    return new Page(Math.ceil(this.limit / 2));
  }

  private numberOf({ abo, rhd, homeStationId }: DonorFacts): number {
    const key = `${abo} ${rhd} ${homeStationId}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    // Two bytes of room; a register with so many stations only loses the shortcut.
    if (this.facts.length > 0xffff) return 0;
    this.numbers.set(key, this.facts.length);
    return this.facts.push({ abo, rhd, homeStationId }) - 1;
  }

  private slotAt(place: number | undefined): number | undefined {
    const slot = place === undefined ? -1 : place - this.pages * this.young.size;
    return slot >= 0 ? slot : undefined;
  }

  /** Where the person stands among the young, where everybody is kept who was asked for. */
  private find(docIndex: string): number | undefined {
    const young = this.young.slots.get(docIndex);
    if (young !== undefined) return young;
    const slot = this.old.slots.get(docIndex);
    if (slot === undefined) return undefined;
    const { identities, facts, lastDays } = this.old;
    const kept = this.keep(docIndex, identities[slot] ?? '');
    this.young.facts[kept] = facts[slot] ?? 0;
    this.young.lastDays[kept] = lastDays[slot] ?? 0;
    return kept;
  }

  private keep(docIndex: string, identity: string): number {
    if (this.young.identities.length >= this.young.size) {
      [this.old, this.young] = [this.young, this.newPage()];
      this.pages++;
    }
    return this.young.add(docIndex, identity);
  }
}
