import fc from 'fast-check';
import { addDays } from './calendar';
import { type WaiverDonation, type WaiverPool, waivableFen, waiverEntitlement, waiverSpending } from './waiver';
import {
  type LedgerGroup,
  type LedgerLeg,
  type LedgerState,
  bringUpTo,
  emptyLedger,
  giveBack,
  givingsOf,
  historyOf,
  ledgerOn,
  pay,
  replayLedger,
  spend,
  spentOf,
  sumOf,
  totalOf,
} from './waiver-ledger';

const whole = (id: string, on: string, volumeMl = 200): WaiverDonation => ({ id, type: 'whole_blood', on, volumeMl });
const cells = (id: string, on: string): WaiverDonation => ({ id, type: 'stem_cells', on });

/** A donor's book: what the server does with the rows, without the rows. */
class Book {
  state: LedgerState = emptyLedger();
  legs: LedgerLeg[] = [];
  groups: LedgerGroup[] = [];
  history: WaiverDonation[] = [];

  private keep(...groups: LedgerGroup[]): void {
    this.groups.push(...groups);
    for (const group of groups) this.legs.push(...group);
  }
  bring(today: string): void {
    this.keep(...bringUpTo(this.state, givingsOf(this.history), today));
  }
  use(id: string, pool: WaiverPool, usedOn: string, fen: number, today: string): number {
    this.bring(today);
    const entitlement = waiverEntitlement({
      ...{ donor: {}, history: this.history, relation: pool === 'self' ? 'self' : 'parent', usedOn },
      spent: spentOf(this.state),
    });
    const waived = waivableFen(entitlement, fen);
    const lines = new Map(entitlement.lines.map(line => [line.donationId, line]));
    const taken = waiverSpending(entitlement, waived).map(part => ({
      ...{ ...part, clause: lines.get(part.donationId)?.clause ?? '', edition: entitlement.edition ?? '' },
    }));
    this.keep(spend(this.state, givingsOf(this.history), { id, pool, usedOn }, taken, today));
    return waived;
  }
  end(id: string, kind: 'reverse' | 'claw_back' | 'pay', today: string): void {
    this.bring(today);
    const givings = givingsOf(this.history);
    this.keep(kind === 'pay' ? pay(this.state, givings, id, today) : giveBack(this.state, givings, id, kind, today));
  }
  available = (pool: WaiverPool): number => totalOf(this.state, 'available', pool);
}

const balances = (state: LedgerState) =>
  [...state.pots.values()]
    .map(({ donationId, pool, given, balances: held }) => ({ donationId, pool, given, ...held }))
    .sort((a, b) => (a.pool + a.donationId < b.pool + b.donationId ? -1 : 1));

describe('the ledger of a donor', () => {
  it('earns on the day of donation and lets lapse what five years end', () => {
    const book = new Book();
    book.history = [whole('a', '2015-03-01')];
    book.bring('2026-03-05');
    expect(
      book.groups.map(group => group.map(({ kind, pool, account, ml, on }) => [kind, pool, account, ml, on])),
    ).toEqual([
      [
        ['earn', 'self', 'source', -1000, '2015-03-01'],
        ['earn', 'self', 'available', 1000, '2015-03-01'],
      ],
      [
        ['convert', 'self', 'available', -800, '2020-03-02'],
        ['convert', 'self', 'lapsed', 800, '2020-03-02'],
      ],
      [
        ['earn', 'relative', 'source', -400, '2015-03-01'],
        ['earn', 'relative', 'available', 400, '2015-03-01'],
      ],
      [
        ['convert', 'relative', 'available', -200, '2020-03-02'],
        ['convert', 'relative', 'lapsed', 200, '2020-03-02'],
      ],
    ]);
    book.bring('2027-01-01');
    expect(book.groups).toHaveLength(4);
  });

  it('counts the lines again for any day', () => {
    const book = new Book();
    book.history = [whole('a', '2023-03-01')];
    book.use('c', 'relative', '2025-01-01', 11_000, '2025-02-01');
    book.bring('2030-01-01');
    const on = (day: string) => [
      totalOf(ledgerOn(book.legs, day), 'available', 'relative'),
      totalOf(ledgerOn(book.legs, day), 'lapsed', 'relative'),
    ];
    expect(['2023-02-28', '2023-03-01', '2024-12-31', '2025-01-01', '2028-03-01', '2028-03-02'].map(on)).toEqual([
      [0, 0],
      [400, 0],
      [400, 0],
      [300, 0],
      [300, 0],
      [100, 200],
    ]);
  });

  it('gives back after five years what would have been left without the settlement', () => {
    const book = new Book();
    book.history = [whole('a', '2020-01-01')];
    book.use('c', 'relative', '2024-06-01', 33_000, '2024-06-01');
    book.bring('2025-06-01');
    expect([book.available('relative'), totalOf(book.state, 'lapsed', 'relative')]).toEqual([0, 100]);
    book.end('c', 'reverse', '2025-06-02');
    expect([book.available('relative'), totalOf(book.state, 'lapsed', 'relative')]).toEqual([200, 200]);
    expect(book.state.reversedMl).toBe(300);
  });

  it('lets a late claim use what had not lapsed on the day of use', () => {
    const book = new Book();
    book.history = [whole('a', '2020-01-01')];
    book.bring('2025-06-01');
    expect(book.available('relative')).toBe(200);
    expect(book.use('c', 'relative', '2024-12-01', 99_000, '2025-06-01')).toBe(44_000);
    expect([book.available('relative'), totalOf(book.state, 'lapsed', 'relative')]).toEqual([0, 0]);
  });

  it('gives back once, pays once, and takes paid volume back when the money is called back', () => {
    const book = new Book();
    book.history = [whole('a', '2024-01-01')];
    book.use('c', 'relative', '2025-01-01', 11_000, '2025-01-01');
    book.end('c', 'pay', '2025-01-02');
    book.end('c', 'pay', '2025-01-03');
    expect([totalOf(book.state, 'spent'), totalOf(book.state, 'paid')]).toEqual([0, 100]);
    book.end('c', 'claw_back', '2025-02-01');
    book.end('c', 'reverse', '2025-02-02');
    expect([totalOf(book.state, 'paid'), book.available('relative')]).toEqual([0, 400]);
  });
});

describe('a corrected donation', () => {
  it('gives more or less, and nothing else changes', () => {
    const book = new Book();
    book.history = [whole('a', '2024-01-01', 400)];
    book.bring('2025-01-01');
    book.history = [whole('a', '2024-01-01', 300)];
    book.bring('2025-01-02');
    expect(book.available('relative')).toBe(600);
    expect(book.groups.at(-1)?.map(({ kind, given }) => [kind, given])).toEqual([
      ['correct', '2024-01-01 whole_blood 300'],
      ['correct', null],
    ]);
  });

  it('lets what was used follow to the other donations that would have served it', () => {
    const book = new Book();
    book.history = [whole('a', '2024-01-01'), whole('b', '2024-02-01')];
    book.use('c', 'relative', '2025-01-01', 33_000, '2025-01-01');
    // Moved to another person.
    book.history = [whole('b', '2024-02-01')];
    book.bring('2025-02-01');
    expect(spentOf(book.state).filter(({ ml }) => ml > 0)).toEqual([{ donationId: 'b', by: 'relative', ml: 300 }]);
    expect([book.available('relative'), totalOf(book.state, 'short')]).toEqual([100, 0]);
  });

  it('leaves short what no donation covers, until the donation is back', () => {
    const book = new Book();
    book.history = [whole('a', '2024-01-01'), whole('late', '2025-06-01')];
    book.use('c', 'relative', '2025-01-01', 33_000, '2025-01-01');
    book.history = [whole('late', '2025-06-01')];
    book.bring('2025-07-01');
    // The later donation would not have served: it came after the use.
    expect([totalOf(book.state, 'short'), book.available('relative')]).toEqual([-300, 400]);
    book.history = [whole('a', '2024-01-01'), whole('late', '2025-06-01')];
    book.bring('2025-07-02');
    expect([totalOf(book.state, 'short'), book.available('relative')]).toEqual([0, 500]);
  });

  it('moves the 800 ml of stem cells to the earliest donation of them', () => {
    const book = new Book();
    book.history = [cells('b', '2024-01-01')];
    book.use('c', 'relative', '2025-01-01', 11_000, '2025-01-01');
    book.history = [cells('a', '2020-01-01'), cells('b', '2024-01-01')];
    book.bring('2025-02-01');
    expect([book.available('relative'), totalOf(book.state, 'short')]).toEqual([700, 0]);
  });
});

describe('properties of the ledger', () => {
  const days = fc.integer({ min: 0, max: 9000 }).map(n => addDays('2002-01-01', n));
  const donation = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        id: fc.uuid(),
        type: fc.constant('whole_blood' as const),
        on: days,
        volumeMl: fc.constantFrom(200, 300, 400),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        id: fc.uuid(),
        type: fc.constant('platelets' as const),
        on: days,
        unitsTenths: fc.constantFrom(10, 15, 20),
      }),
    },
    { weight: 1, arbitrary: fc.record({ id: fc.uuid(), type: fc.constant('stem_cells' as const), on: days }) },
  );
  const histories = fc.uniqueArray(donation, { maxLength: 8, selector: ({ id }) => id });
  const event = fc.oneof(
    fc.record({
      do: fc.constant('use' as const),
      pool: fc.constantFrom('self' as const, 'relative' as const),
      fen: fc.integer({ min: 1, max: 200_000 }),
      ago: fc.integer({ min: 0, max: 3000 }),
    }),
    fc.record({ do: fc.constantFrom('reverse' as const, 'pay' as const, 'claw_back' as const), which: fc.nat(20) }),
    fc.record({ do: fc.constant('donate' as const) }),
    fc.record({ do: fc.constant('correct' as const), which: fc.nat(20), volumeMl: fc.constantFrom(0, 200, 400) }),
    fc.record({ do: fc.constant('lose' as const), which: fc.nat(20) }),
    fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 900 }) }),
  );
  const runs = Number(process.env.ROUNDS ?? 1) > 1 ? 3000 : 150;

  /** Plays the events; some donations are in the register at the start and the others come in between. */
  function play(
    history: readonly WaiverDonation[],
    events: readonly (typeof event extends fc.Arbitrary<infer E> ? E : never)[],
  ) {
    const book = new Book();
    const waiting = [...history].sort((a, b) => (a.on < b.on ? 1 : -1));
    let today = '2016-01-01';
    let claims = 0;
    book.history = waiting.splice(Math.ceil(waiting.length / 2)).filter(({ on }) => on <= today);
    for (const step of events) {
      const at =
        'which' in step
          ? step.which % Math.max(1, step.do === 'correct' || step.do === 'lose' ? book.history.length : claims)
          : 0;
      if (step.do === 'use') book.use(`c${claims++}`, step.pool, addDays(today, -step.ago), step.fen, today);
      else if (step.do === 'wait') today = addDays(today, step.days);
      else if (step.do === 'donate') {
        const next = waiting.pop();
        if (next) book.history = [...book.history, { ...next, on: next.on < today ? next.on : today }];
      } else if (step.do === 'correct')
        book.history = book.history.map((past, n) =>
          n === at && past.type === 'whole_blood' ? { ...past, volumeMl: step.volumeMl } : past,
        );
      else if (step.do === 'lose') book.history = book.history.filter((_, n) => n !== at);
      else book.end(`c${at}`, step.do, today);
      book.bring(today);
    }
    book.bring(today);
    return { book, today };
  }

  it('makes nothing from nothing: every group adds up to zero, and so does each donation', () => {
    fc.assert(
      fc.property(histories, fc.array(event, { maxLength: 25 }), (history, events) => {
        const { book } = play(history, events);
        expect(book.groups.filter(group => sumOf(group) !== 0)).toEqual([]);
        expect(sumOf(book.legs)).toBe(0);
        for (const { balances: held } of book.state.pots.values())
          expect(Object.values(held).reduce((a, b) => a + b, 0)).toBe(0);
      }),
      { numRuns: runs },
    );
  });

  it('is never below zero where it may not be', () => {
    fc.assert(
      fc.property(histories, fc.array(event, { maxLength: 25 }), (history, events) => {
        const { book } = play(history, events);
        for (const {
          balances: { source, available, lapsed, spent, paid, short },
        } of book.state.pots.values()) {
          expect(Math.min(available, lapsed, spent, paid)).toBeGreaterThanOrEqual(0);
          expect(Math.max(source, short)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: runs },
    );
  });

  it('says at any moment what the rule says of the register and of what was used', () => {
    fc.assert(
      fc.property(histories, fc.array(event, { maxLength: 25 }), (history, events) => {
        const { book, today } = play(history, events);
        const spent = spentOf(book.state);
        const donor = {};
        const relative = waiverEntitlement({ donor, history: book.history, relation: 'parent', usedOn: today, spent });
        expect(book.available('relative')).toBe(relative.quotaMl ?? 0);
        const own = waiverEntitlement({ donor, history: book.history, relation: 'self', usedOn: today, spent });
        if (!own.lifelong) expect(book.available('self')).toBe(own.quotaMl ?? 0);
        // From the lines alone, without the register.
        expect(balances(ledgerOn(book.legs, today)).filter(pot => pot.source !== 0)).toEqual(
          balances(replayLedger(book.legs)).filter(pot => pot.source !== 0),
        );
        expect(
          waiverEntitlement({ donor, history: historyOf(book.state), relation: 'parent', usedOn: today, spent })
            .quotaMl,
        ).toBe(relative.quotaMl);
      }),
      { numRuns: runs },
    );
  });

  it('ends the same in whatever order things happen', () => {
    const use = fc.record({ donation: fc.nat(7), ml: fc.integer({ min: 1, max: 300 }), reversed: fc.boolean() });
    fc.assert(
      fc.property(histories, fc.array(use, { maxLength: 8 }), fc.nat(), (history, uses, seed) => {
        const acts = uses.flatMap(({ donation: n, ml, reversed }, index) => {
          const past = history[n % Math.max(1, history.length)];
          if (!past) return [];
          const id = `c${index}`;
          const take = (book: Book) => {
            const taken = [{ donationId: past.id, ml, clause: 'W-3', edition: 'zj-waiver-2014' }];
            book.groups.push(
              spend(
                book.state,
                givingsOf(book.history),
                { id, pool: 'relative', usedOn: '2020-01-01' },
                taken,
                '2020-01-01',
              ),
            );
          };
          const back = (book: Book) =>
            void book.groups.push(giveBack(book.state, givingsOf(book.history), id, 'reverse', '2021-01-01'));
          return [
            {
              order: (index * 7919 + seed) % 101,
              run: (book: Book) => {
                take(book);
                if (reversed) back(book);
              },
            },
          ];
        });
        // Only what one donation can cover: a use that has to follow depends on what is there.
        const byDonation = new Map<string, number>();
        const end = (list: typeof acts, early: boolean) => {
          const book = new Book();
          book.history = history;
          if (early) book.bring('2019-01-01');
          for (const act of list) act.run(book);
          book.bring('2026-01-01');
          for (const {
            donationId,
            balances: { short },
          } of book.state.pots.values())
            if (short < 0) byDonation.set(donationId, short);
          return balances(book.state).filter(pot => pot.source !== 0 || pot.spent !== 0);
        };
        const inOrder = end(acts, true);
        const shuffled = end(
          [...acts].sort((a, b) => a.order - b.order),
          false,
        );
        fc.pre(byDonation.size === 0);
        expect(shuffled).toEqual(inOrder);
      }),
      { numRuns: runs },
    );
  });

  it('restores exactly what a settlement took, also when five years ended in between', () => {
    fc.assert(
      fc.property(
        histories,
        fc.array(event, { maxLength: 12 }),
        fc.record({
          pool: fc.constantFrom('self' as const, 'relative' as const),
          fen: fc.integer({ min: 1, max: 300_000 }),
          ago: fc.integer({ min: 0, max: 3000 }),
        }),
        fc.integer({ min: 0, max: 3000 }),
        (history, events, taken, later) => {
          const without = play(history, events);
          const day = addDays(without.today, later);
          without.book.bring(day);
          const { book, today } = play(history, events);
          book.use('this', taken.pool, addDays(today, -taken.ago), taken.fen, today);
          book.end('this', 'reverse', day);
          expect(balances(book.state)).toEqual(balances(without.book.state));
        },
      ),
      { numRuns: runs },
    );
  });
});
