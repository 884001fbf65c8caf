import type { InputDraft } from '@contract/endpoint';
import { compareBooks, deliverBooks, getDayFile } from '@contract/hospital-books';
import { getStay, reportStay } from '@contract/hospital-stays';
import { getSettlement, reverseSettlement, settleWaiver } from '@contract/waivers';
import type { Random } from '@server/seeds/generate-random';
import { aStay } from '../builders/hospital-stays';
import type { TestPerson } from '../builders/people';
import type { HisLine } from './his-line';

interface Booked {
  on: string;
  hospitalReference: string;
  movement: 'settle' | 'reverse';
  amountFen: number;
}

/** A patient of this hospital and whose record is named at the desk. */
export interface HisCase {
  patient: TestPerson;
  donor: InputDraft<typeof settleWaiver>['donor'];
  bloodFen: number;
}

/** One hospital with books of its own: it writes down what an answer told it, and nothing else. */
export class HisHospital {
  readonly books: Booked[] = [];
  /** Answers of "no" by code; no book of anybody shows them. */
  readonly refused: Record<string, number> = {};
  private serial = 0;

  constructor(
    readonly code: string,
    private readonly line: HisLine,
    private readonly random: Random,
  ) {}

  /** Every stay with its events out of order, and the settlement at discharge; some numbers come twice with other content. */
  async work(day: string, cases: readonly HisCase[]): Promise<void> {
    for (const one of cases) {
      const stayNumber = `${this.code}-ZY-${++this.serial}`;
      const stay = aStay(one.patient, { stayNumber, at: `${day}T00:30:00.000Z` });
      const events = [stay.admitted(), stay.transferred(), stay.discharged()];
      const isLeaving = this.random.chance(0.5);
      const told = this.shuffled(isLeaving ? events : events.slice(0, 2));
      for (const event of told) await this.line.call(reportStay, event);
      const found = await this.line.call(getStay, { stayNumber });
      if (!found.ok || found.value.state !== (isLeaving ? 'discharged' : 'admitted'))
        throw new Error(`the stay ${stayNumber} ended otherwise`);
      await this.settle(day, one);
    }
  }

  /** The next day: some settlements were wrong and are taken back, some of those made anew. */
  async regret(day: string): Promise<void> {
    const standing = this.books.filter(({ movement }) => movement === 'settle');
    for (const { hospitalReference, amountFen } of standing.filter(() => this.random.chance(0.2))) {
      const answer = await this.line.call(reverseSettlement, { hospitalReference, reason: '费用明细录错' });
      if (!answer.ok || answer.value.state !== 'reversed') throw new Error('a reversal was refused');
      this.books.push({ on: day, hospitalReference, movement: 'reverse', amountFen });
    }
  }

  /** Hands the day's books over and reads the service's file; answers what differs, in words. */
  async close(day: string): Promise<string[]> {
    const rows = this.books.filter(({ on }) => on === day).map(({ on: _on, ...row }) => row);
    const sum = (movement: Booked['movement']) =>
      rows.reduce((fen, row) => (row.movement === movement ? fen + row.amountFen : fen), 0);
    const totals = {
      settled: rows.filter(row => row.movement === 'settle').length,
      settledFen: sum('settle'),
      reversed: rows.filter(row => row.movement === 'reverse').length,
      reversedFen: sum('reverse'),
    };
    const deliveryNumber = `${this.code}-${day}`;
    const delivered = await this.line.call(deliverBooks, { deliveryNumber, on: day, totals, rows });
    const compared = await this.line.call(compareBooks, { on: day });
    const file = await this.line.call(getDayFile, { on: day, format: 'csv' });
    if (!delivered.ok || !compared.ok || !file.ok) return [`${this.code}: the books were not taken`];
    const theirs = [file.value.settled, file.value.settledFen, file.value.reversed, file.value.reversedFen];
    return [
      ...compared.value.differences.map(difference => `${this.code} ${day}: ${JSON.stringify(difference)}`),
      ...(String(theirs) === String(Object.values(totals)) ? [] : [`${this.code} ${day}: totals of the file`]),
    ];
  }

  private async settle(day: string, { patient, donor, bloodFen }: HisCase): Promise<void> {
    const number = ++this.serial;
    const hospitalReference = `${this.code}-JS-${number}`;
    const input: InputDraft<typeof settleWaiver> = {
      hospitalReference,
      patient: { name: patient.name, document: { ...patient.document } },
      donor,
      admittedOn: day,
      dischargedOn: day,
      billCode: '33060126',
      billNumber: `${this.code.replace(/\D/g, '').padStart(8, '0')}${String(number).padStart(6, '0')}`,
      lines: [
        { code: 'B01', name: '去白细胞悬浮红细胞', amountFen: bloodFen },
        { code: 'C01', name: '床位费', amountFen: 20_000 },
      ],
    };
    const answer = await this.line.call(settleWaiver, input);
    if (!answer.ok) {
      this.refused[answer.code] = (this.refused[answer.code] ?? 0) + 1;
      const asked = await this.line.call(getSettlement, { hospitalReference });
      if (asked.ok) throw new Error('a refused settlement stands in the books');
      return;
    }
    this.books.push({ on: day, hospitalReference, movement: 'settle', amountFen: answer.value.waivedFen });
    if (this.random.chance(0.1)) {
      const other = { ...input, lines: [{ code: 'B01', name: '血浆', amountFen: 1 }] };
      const second = await this.line.call(settleWaiver, other);
      if (second.ok || second.code !== 'REFERENCE_MISMATCH') throw new Error('one number stood for two settlements');
    }
    const asked = await this.line.call(getSettlement, { hospitalReference });
    if (!asked.ok || asked.value.waivedFen !== answer.value.waivedFen)
      throw new Error('asked again, it was another sum');
  }

  private shuffled<T>(items: readonly T[]): T[] {
    return items
      .map(item => ({ item, at: this.random.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }
}
