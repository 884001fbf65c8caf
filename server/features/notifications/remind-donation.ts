import { chinaInstant, type CalendarDate } from '@rules/calendar';
import { hasOpenAppointment } from '@server/features/appointments';
import { donationsChanged, findDonationHistory } from '@server/features/donations';
import { findNextDates } from '@server/features/eligibility';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { notify } from '@server/platform/notify';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';

const plan = defineJob<{ personIds: readonly string[] }>('again.plan');
const remind = defineJob<{ personId: string; on: CalendarDate }>('again.remind');

const typeNames = { whole_blood: '全血', platelets: '血小板' } as const;

/** People of one planning job: short transactions, also after a delivery of two thousand. */
const most = 50;

/** The first day on which the person may give again what they last gave; undefined when no such day is known. */
async function nextOf(tx: Tx, personId: string) {
  const last = (await findDonationHistory(tx, personId)).at(-1);
  if (!last || last.type === 'stem_cells') return undefined;
  return (await findNextDates(tx, personId)).find(({ type }) => type === last.type);
}

const planReminder = (tx: Tx, personId: string, on: CalendarDate): Promise<void> =>
  enqueue(tx, remind, { personId, on }, { dedupeKey: `${personId}:${on}`, notBefore: chinaInstant(on, '10:00') });

async function remindPerson(tx: Tx, personId: string): Promise<void> {
  const next = await nextOf(tx, personId);
  if (!next?.date) return;
  // A deferral or another donation has come in between: the day is later now.
  if (!next.possibleNow) return planReminder(tx, personId, next.date);
  if (await hasOpenAppointment(tx, personId)) return;
  await notify(tx, personId, 'again.possible', { type: typeNames[next.type] }, 'pages/booking/index');
}

/** “You can donate again”, once, on the day; whether the person wants it is asked when it is written. */
export function startReminding(app: App): void {
  const as = (requestId: string) => ({ actor: systemActor, requestId });
  app.events.on(donationsChanged, async (tx, { personIds }) => {
    for (let from = 0; from < personIds.length; from += most)
      await enqueue(tx, plan, { personIds: personIds.slice(from, from + most) });
  });
  app.jobs.handle(plan, async (_, { personIds }) => {
    await inTransaction(app, as('again.plan'), async tx => {
      for (const personId of personIds) {
        const next = await nextOf(tx, personId);
        // What was possible before this donation was told needs no reminder.
        if (next?.date && next.date > tx.today) await planReminder(tx, personId, next.date);
      }
    });
  });
  app.jobs.handle(remind, (_, { personId }) =>
    inTransaction(app, as('again.remind'), tx => remindPerson(tx, personId)),
  );
}
