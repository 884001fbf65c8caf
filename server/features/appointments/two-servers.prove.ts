import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { In } from 'typeorm';
import {
  bookAppointment,
  cancelAppointment,
  confirmHold,
  holdSlot,
  listAppointments,
  moveAppointment,
  releaseHold,
} from '@contract/appointments';
import { checkIn, deferVisit } from '@contract/visits';
import { joinWaitlist, leaveWaitlist, listWaitlist } from '@contract/waitlist';
import { bookingFaults } from '@server/testing/builders/booking-faults';
import { aDonor, type TestPerson } from '@server/testing/builders/people';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { countOf, rush } from '@server/testing/builders/rush';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { aSlot } from '@server/testing/builders/sites';
import { startServerProcess, type ServerProcess } from '@server/testing/server-process';
import { clientOf, startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import type { Site, Slot } from '@server/features/sites';
import { Appointment } from './appointment.entity';

/** `ROUNDS=100 TEST_DB=mariadb npm run prove -- two-servers` repeats each of these; one round is part of `npm test`. */
const rounds = Number(process.env.ROUNDS ?? 1);
const eachRound = Array.from({ length: rounds }, (_, n) => n + 1);
const crowd = 200;
const type = 'whole_blood';

// SQLite has one process.
(process.env.TEST_DB === 'mariadb' ? describe : describe.skip)('two server processes on one database', () => {
  let test: TestApp;
  let site: Site;
  let people: TestPerson[];
  let tokens: string[];
  let servers: ServerProcess[];
  let seconds = 0;
  const folder = mkdtempSync(path.join(tmpdir(), 'two-servers-'));

  const start = () => {
    const { database } = test.app.config;
    if (database.kind !== 'mysql') throw new Error('no database that two processes can open');
    const startAt = test.clock.now();
    return startServerProcess({ databaseUrl: database.url, startAt, dataDir: folder });
  };
  beforeAll(async () => {
    test = await startTestApp();
    site = await aSite(test, await aStation(test));
    people = [];
    for (let n = 0; n < crowd; n++) people.push(await aDonor(test));
    servers = await Promise.all([start(), start()]);
  }, 300_000);
  afterAll(async () => {
    await Promise.all(servers.map(server => server.stop()));
    await test.close();
    rmSync(folder, { recursive: true });
  }, 60_000);

  /** Fresh for each round: they live a quarter of an hour of the servers’ clock. */
  const signIn = async (count: number) => {
    tokens = [];
    for (const person of people.slice(0, count)) tokens.push((await asCitizen(test, person)).token);
  };
  const urls = () => servers.map(({ baseUrl }) => baseUrl);
  const newSlot = (capacity: number, hour = 6, at = site): Promise<Slot> => {
    const second = String(seconds++ % 60).padStart(2, '0');
    const minute = String(Math.floor(seconds / 60) % 60).padStart(2, '0');
    const startsAt = `2026-03-10T${String(hour).padStart(2, '0')}:${minute}:${second}.000Z`;
    return aSlot(test, at, { capacity, onDate: '2026-03-10', startsAt });
  };
  const faults = (slots: readonly Slot[]) =>
    test.inTransaction(tx =>
      bookingFaults(
        tx.em,
        slots.map(({ id }) => id),
      ),
    );
  /** Frees everybody for the next round. */
  const cancelAll = async () => {
    const { get, call } = clientOf(urls()[0] ?? '');
    for (const as of tokens) {
      for (const { id, state: waits } of (await get(listWaitlist, {}, { as })).items)
        if (waits !== 'ended') await call(leaveWaitlist, { entryId: id }, { as });
      for (const { id, state } of (await get(listAppointments, {}, { as })).items)
        if (state === 'booked') await call(cancelAppointment, { appointmentId: id }, { as });
        else if (state === 'held') await call(releaseHold, { appointmentId: id }, { as });
    }
  };
  /** Servers live as long as the file; the clock of the test goes on with theirs. */
  const started = Date.now();
  const keepTime = () => test.clock.set(new Date(Date.parse(testStart) + (Date.now() - started)).toISOString());
  beforeEach(keepTime);

  it.each(eachRound)(
    'give the last place to exactly one of two hundred (round %i)',
    async () => {
      await signIn(crowd);
      const slot = await newSlot(1);
      expect(countOf(await rush(urls(), tokens, slot.id))).toEqual({ booked: 1, SLOT_FULL: crowd - 1 });
      expect(await faults([slot])).toEqual([]);
      await cancelAll();
    },
    120_000,
  );

  it.each(eachRound)(
    'neither lose nor double a place when one of them is killed in the middle (round %i)',
    async round => {
      await signIn(60);
      const slots = [await newSlot(3), await newSlot(4), await newSlot(5, 7)];
      const said = new Map<string, string>();
      let answered = 0;
      // Another moment each round: after so many answers one process is gone, whatever it was about to write.
      const killAfter = 40 + ((round * 37) % 160);
      const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(Math.random() * items.length)];
      const act = async (as: string, turn: number) => {
        const { call } = clientOf(urls()[turn % 2] ?? '');
        const slotId = pick(slots)?.id ?? '';
        const mine = await call(listAppointments, {}, { as });
        const open = mine.ok ? mine.value.items.find(({ state }) => state === 'held' || state === 'booked') : undefined;
        const appointmentId = open?.id ?? '';
        if (!open) {
          const answer =
            Math.random() < 0.5
              ? await call(bookAppointment, { slotId, type }, { as })
              : await call(holdSlot, { slotId, type }, { as });
          if (answer.ok) said.set(as, answer.value.id);
          else if (answer.code === 'SLOT_FULL')
            await call(
              joinWaitlist,
              { siteId: site.id, type, days: ['2026-03-10'], from: '08:00', to: '20:00' },
              { as },
            );
        } else if (open.state === 'held')
          await (Math.random() < 0.7
            ? call(confirmHold, { appointmentId }, { as })
            : call(releaseHold, { appointmentId }, { as }));
        else
          await (Math.random() < 0.5
            ? call(moveAppointment, { appointmentId, slotId }, { as })
            : call(cancelAppointment, { appointmentId }, { as }));
        answered++;
      };
      const killed = servers[0];
      let ending: Promise<void> | undefined;
      await Promise.all(
        tokens.map(async as => {
          for (let turn = 0; turn < 6; turn++) {
            // A call that the killed process had in hand has no answer: whether it happened, the tables know.
            await act(as, turn).catch(() => undefined);
            if (answered >= killAfter) ending ??= killed?.kill();
          }
        }),
      );
      await ending;
      expect(ending).toBeDefined();
      expect(await faults(slots)).toEqual([]);
      // Whatever was answered with yes is in the tables.
      const { get } = clientOf(servers[1]?.baseUrl ?? '');
      expect(said.size).toBeGreaterThan(0);
      const known = await test.inTransaction(
        tx => tx.em.query('SELECT id FROM appointment') as Promise<{ id: string }[]>,
      );
      const ids = new Set(known.map(({ id }) => id));
      expect([...said.values()].filter(id => !ids.has(id))).toEqual([]);
      expect((await get(listAppointments, {}, { as: tokens[0] })).items).toBeDefined();
      keepTime();
      servers = [await start(), ...servers.slice(1)];
      await cancelAll();
    },
    180_000,
  );

  it.each(eachRound)(
    'leave nothing booked inside a deferral, whichever of booking and deferral comes first (round %i)',
    async () => {
      const place = await aSite(test, await aStation(test));
      const slot = await newSlot(60, 6, place);
      const { token: nurse } = await asStaff(test, 'nurse', { organizationId: place.stationId, siteId: place.id });
      const [one, other] = urls().map(clientOf);
      if (!one || !other) throw new Error('no servers');
      const donors = [];
      for (let n = 0; n < 20; n++) {
        const donor = await aDonor(test);
        const arrival = { document: donor.document, type } as const;
        const { id: visitId } = await test.get(checkIn, arrival, { as: nurse });
        donors.push({ ...donor, visitId, token: (await asCitizen(test, donor)).token });
      }
      const told = { ruleId: 'T-01', until: '2026-03-20', overrideReason: '医生写明的原因' };
      const answers = await Promise.all(
        donors.flatMap(({ visitId, token: as }, n) => {
          // Some ask a little later: the deferral waits for its turn in the queue of the site.
          const book = async () => {
            for (let before = 0; before < n % 5; before++) await other.call(listAppointments, {}, { as });
            return (await other.call(bookAppointment, { slotId: slot.id, type }, { as })).ok;
          };
          return [one.call(deferVisit, { visitId, ...told }, { as: nurse }).then(({ ok }) => ok), book()];
        }),
      );
      expect(answers.filter((_, n) => n % 2 === 0)).toEqual(donors.map(() => true));
      const left = await test.inTransaction(tx =>
        tx.em.countBy(Appointment, { slotId: slot.id, state: In(['held', 'booked']) }),
      );
      expect(left).toBe(0);
      expect(await faults([slot])).toEqual([]);
    },
    120_000,
  );

  it.each(eachRound)(
    'give a cancelled place to the waiting list, whoever books at that moment (round %i)',
    async () => {
      await signIn(40);
      // Nobody waits where no other time is free.
      const place = await aSite(test, await aStation(test));
      const slot = await newSlot(1, 6, place);
      const [holder = '', waiter = '', ...newcomers] = tokens;
      const [one, other] = urls().map(clientOf);
      if (!one || !other) throw new Error('no servers');
      const { id } = await one.get(bookAppointment, { slotId: slot.id, type }, { as: holder });
      const wish = { siteId: place.id, type, days: ['2026-03-10'], from: '08:00', to: '20:00' };
      const joined = await one.call(joinWaitlist, { ...wish, type }, { as: waiter });
      expect(joined.ok || joined.code).toBe(true);
      const [cancelled, codes] = await Promise.all([
        other.call(cancelAppointment, { appointmentId: id }, { as: holder }),
        rush(urls(), newcomers, slot.id),
      ]);
      expect(cancelled.ok).toBe(true);
      expect(countOf(codes)).toEqual({ SLOT_FULL: newcomers.length });
      const offers = (await one.get(listAppointments, {}, { as: waiter })).items.filter(({ hold }) => hold?.offered);
      expect(offers).toHaveLength(1);
      expect(await faults([slot])).toEqual([]);

      // Declined at the moment at which others ask: nobody waits any more, so exactly one of them has it.
      const [declined, asked] = await Promise.all([
        one.call(releaseHold, { appointmentId: offers[0]?.id ?? '' }, { as: waiter }),
        rush(urls(), newcomers, slot.id),
      ]);
      expect(declined.ok).toBe(true);
      expect(countOf(asked).booked ?? 0).toBeLessThanOrEqual(1);
      expect(await faults([slot])).toEqual([]);
      await cancelAll();
    },
    120_000,
  );
});
