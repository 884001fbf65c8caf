import type { Donor } from '@server/features/donors';

/** A person as a row about them is compared with. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly birthDate: string;
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
const factsAt = dateAt + 10;
const lastOnAt = factsAt + 2;
const nameAt = lastOnAt + 10;
const never = ' '.repeat(10);

/**
 * People that an import met lately, by the index of their documents. Regular donors come back within a year or two. Forgets half
 * at a time: a map that loses its oldest entry with each new one grows slow.
 */
export class RecentPeople {
  private young = new Map<string, string>();
  private old = new Map<string, string>();
  /** The few thousand combinations of group and station, by number; number 0 means that they are not known. */
  private readonly facts: (DonorFacts | undefined)[] = [undefined];
  private readonly numbers = new Map<string, number>();
  /** Facts with a lower number are of before somebody else wrote. */
  private firstValid = 1;

  /** `limit` people take about 200 bytes each. */
  constructor(private readonly limit: number) {}

  has(docIndex: string): boolean {
    return this.young.has(docIndex) || this.old.has(docIndex);
  }

  get(docIndex: string): RecentPerson | undefined {
    const found = this.young.get(docIndex) ?? this.old.get(docIndex);
    if (found === undefined) return undefined;
    if (!this.young.has(docIndex)) this.keep(docIndex, found);
    const number = found.charCodeAt(factsAt) + 256 * found.charCodeAt(factsAt + 1);
    const facts = number < this.firstValid ? undefined : this.facts[number];
    const lastOn = found.slice(lastOnAt, nameAt);
    return {
      id: found.slice(0, idEnd),
      sex: found.charAt(idEnd) === 'm' ? 'male' : 'female',
      birthDate: found.slice(dateAt, factsAt),
      name: Buffer.from(found.slice(nameAt), 'latin1').toString(),
      donor: facts && { ...facts, lastOn: lastOn === never ? null : lastOn },
    };
  }

  /**
   * Kept as one flat string of one byte a character, a third of what its parts need; it also holds on to no line of the input, as
   * a piece cut out of it would.
   */
  add(docIndex: string, { id, name, sex, birthDate, donor }: RecentPerson): void {
    const number = donor ? this.numberOf(donor) : 0;
    const facts = String.fromCharCode(number % 256, number >> 8);
    const text = `${id}${sex.charAt(0)}${birthDate}${facts}${donor?.lastOn ?? never}`;
    this.keep(docIndex, Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from(name)]).toString('latin1'));
  }

  /** Somebody else has written: what is remembered of donors may be old. Who people are does not change. */
  forgetFacts(): void {
    this.firstValid = this.facts.length;
    this.numbers.clear();
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

  private keep(docIndex: string, packed: string): void {
    if (this.young.size >= this.limit / 2) [this.old, this.young] = [this.young, new Map()];
    this.young.set(docIndex, packed);
  }
}
