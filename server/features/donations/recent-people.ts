/** A person as a row about them is compared with. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly birthDate: string;
}

const widthOf = { id: 36, sex: 1, birthDate: 10 } as const;
const dateAt = widthOf.id + widthOf.sex;
const nameAt = dateAt + widthOf.birthDate;

/**
 * One flat string of one byte a character, a third of what four strings need; it also holds on to no line of the input, as a
 * piece cut out of it would.
 */
const pack = ({ id, name, sex, birthDate }: Identity): string =>
  Buffer.from(`${id}${sex.charAt(0)}${birthDate}${name}`).toString('latin1');

const unpack = (packed: string): Identity => ({
  id: packed.slice(0, widthOf.id),
  sex: packed.charAt(widthOf.id) === 'm' ? 'male' : 'female',
  birthDate: packed.slice(dateAt, nameAt),
  name: Buffer.from(packed.slice(nameAt), 'latin1').toString(),
});

/**
 * People that an import met lately, by the index of their documents. Regular donors come back within a year or two. Forgets half
 * at a time: a map that loses its oldest entry with each new one grows slow.
 */
export class RecentPeople {
  private young = new Map<string, string>();
  private old = new Map<string, string>();

  /** `limit` people take about 200 bytes each. */
  constructor(private readonly limit: number) {}

  get(docIndex: string): Identity | undefined {
    const found = this.young.get(docIndex) ?? this.old.get(docIndex);
    if (found === undefined) return undefined;
    if (!this.young.has(docIndex)) this.keep(docIndex, found);
    return unpack(found);
  }

  add(docIndex: string, person: Identity): void {
    this.keep(docIndex, pack(person));
  }

  private keep(docIndex: string, packed: string): void {
    if (this.young.size >= this.limit / 2) [this.old, this.young] = [this.young, new Map()];
    this.young.set(docIndex, packed);
  }
}
