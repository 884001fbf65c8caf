import { checkDocument, normalizeDocumentNumber } from '@rules/identifiers';
import { completedYears } from '@rules/calendar';
import { getEdition } from '@rules/edition';
import { earliestDates } from '@rules/interval';
import { donorOf, toDate, toDay } from './generate-donor';
import { generateDonations } from './generate-donations';
import { historyOf } from './generate-history';

const until = '2026-02-28';
const untilDay = toDay(until);
const donors = Array.from({ length: 2000 }, (_, index) => ({ index, donor: donorOf(1, index, untilDay) }));
const histories = donors.map(({ index, donor }) => ({ donor, history: historyOf(1, index, donor, untilDay) }));
const linesOf = async (seed: number, atMost?: number) => {
  const lines: string[] = [];
  for await (const piece of generateDonations({ donors: 200, seed, until, atMost })) lines.push(...piece);
  return lines;
};

describe('synthetic donors', () => {
  it('have documents that are right in form, nobody else has and no county gives out', () => {
    const documents = Array.from({ length: 20_000 }, (_, index) => donorOf(1, index * 861, untilDay));
    expect(new Set(documents.map(({ docType, docNumber }) => docType + docNumber)).size).toBe(documents.length);
    const faults = documents.filter(
      ({ docType, docNumber }) => checkDocument(docType, normalizeDocumentNumber(docType, docNumber)) !== undefined,
    );
    const cards = documents.filter(({ docType }) => docType === 'id_card');
    const others = cards.filter(
      ({ docNumber, birthDate }) =>
        !/^33\d\d00\d{8}9\d\d[\dX]$/.test(docNumber) || docNumber.slice(6, 14) !== birthDate.replaceAll('-', ''),
    );
    expect([faults, others]).toEqual([[], []]);
  });

  it('are women and men of all groups and cities, and have names that no real person has', () => {
    const share = (holds: (donor: (typeof donors)[number]['donor']) => boolean) =>
      donors.filter(({ donor }) => holds(donor)).length / donors.length;
    expect(share(({ sex }) => sex === 'female')).toBeCloseTo(0.5, 1);
    expect(share(({ abo }) => abo === 'O')).toBeCloseTo(0.34, 1);
    expect(share(({ rhd }) => rhd === 'negative')).toBeLessThan(0.01);
    expect(new Set(donors.map(({ donor }) => donor.city)).size).toBe(11);
    for (const { donor } of donors) expect(donor.name).toMatch(/^测/);
  });
});

describe('synthetic histories', () => {
  it('keep every interval between donations that the rules ask for', () => {
    // The standard of today for all fifteen years: the service has no edition of the one before.
    const edition = getEdition('donation', until);
    const early = histories.flatMap(({ history }) => {
      const past = history.map(({ day, type }, index) => ({ id: String(index), type, on: toDate(day) }));
      return past.filter(
        ({ type, on }, index) =>
          type !== 'stem_cells' && earliestDates(past.slice(0, index), on, { edition })[type].date > on,
      );
    });
    expect(early).toEqual([]);
  });

  it('are those of adults up to sixty, have at least one donation, and end in time', () => {
    expect(histories.filter(({ history }) => history.length === 0)).toEqual([]);
    const wrong = histories.flatMap(({ donor, history }) =>
      history.filter(({ day }) => {
        const age = completedYears(donor.birthDate, toDate(day));
        return day > untilDay || age < 18 || age > 60;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('have many who came once and a few who come often, some for platelets', () => {
    const share = (holds: (history: (typeof histories)[number]['history']) => boolean) =>
      histories.filter(({ history }) => holds(history)).length / histories.length;
    expect(share(history => history.length === 1)).toBeGreaterThan(0.45);
    expect(share(history => history.length >= 10)).toBeGreaterThan(0.03);
    expect(share(history => history.some(({ type }) => type === 'platelets'))).toBeGreaterThan(0.02);
  });
});

describe('the lines of a synthetic export', () => {
  it('are the same for the same seed and others for another', async () => {
    const lines = await linesOf(1);
    expect(await linesOf(1)).toEqual(lines);
    expect(await linesOf(2)).not.toEqual(lines);
  });

  it('come in order of time, under numbers that count up by station and year', async () => {
    const rows = (await linesOf(1)).slice(1).map(line => line.split(','));
    const times = rows.map(cells => cells[12] ?? '');
    expect(times).toEqual(times.toSorted());
    const numbers = rows.map(cells => cells[1] ?? '').filter(number => number.startsWith('Z990125'));
    expect(numbers).toEqual(numbers.toSorted());
    expect(new Set(rows.map(cells => cells[1])).size).toBe(rows.length);
  });

  it('share neither people nor numbers with an export made by other options', async () => {
    const columns = async (options: { donors: number; seed: number }, column: number) => {
      const found = new Set<string | undefined>();
      for await (const piece of generateDonations({ ...options, until }))
        for (const line of piece) found.add(line.split(',')[column]);
      return found;
    };
    for (const column of [1, 3]) {
      const first = await columns({ donors: 300, seed: 1 }, column);
      for (const other of [
        { donors: 400, seed: 1 },
        { donors: 300, seed: 2 },
      ])
        expect([...(await columns(other, column))].filter(value => first.has(value))).toHaveLength(1);
    }
  });

  it('stop after the number asked for', async () => {
    expect(await linesOf(1, 100)).toHaveLength(101);
  });
});
