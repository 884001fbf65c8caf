import type { Output } from '@contract/endpoint';
import type { getSession } from '@contract/sessions';
import type { IntervalType } from '@rules/interval';
import { In } from 'typeorm';
import type { Tx } from '@server/platform/tx';
import type { DonationSession } from './donation-session.entity';
import { toPlan } from './session-rows';
import { Slot } from './slot.entity';

export type SessionView = Output<typeof getSession>['session'];

const types: readonly IntervalType[] = ['whole_blood', 'platelets'];

/** People with a booking at these times; places held for a group have nobody yet. */
export const donorsOf = (slots: readonly Pick<Slot, 'booked' | 'groupHeld'>[]): number =>
  slots.reduce((total, { booked, groupHeld }) => total + booked - groupHeld, 0);

function totalsOf(type: IntervalType, slots: readonly Slot[]): SessionView['totals'] {
  const own = slots.filter(slot => slot.type === type && (slot.state === 'open' || slot.booked > 0));
  if (own.length === 0) return [];
  const sum = (of: (slot: Slot) => number) => own.reduce((total, slot) => total + of(slot), 0);
  return [
    {
      type,
      times: own.length,
      places: sum(({ capacity }) => capacity),
      booked: donorsOf(own),
      heldForGroups: sum(({ groupHeld }) => groupHeld),
      walkIns: sum(({ walkInCapacity }) => walkInCapacity),
      walkInsTaken: sum(({ walkInTaken }) => walkInTaken),
    },
  ];
}

export async function sessionViews(tx: Tx, rows: readonly DonationSession[]): Promise<SessionView[]> {
  const slots = rows.length === 0 ? [] : await tx.em.findBy(Slot, { sessionId: In(rows.map(({ id }) => id)) });
  return rows.map(row => {
    const own = slots.filter(({ sessionId }) => sessionId === row.id);
    return {
      id: row.id,
      siteId: row.siteId,
      on: row.onDate,
      state: row.state,
      version: row.version,
      plan: toPlan(row),
      reason: row.reason,
      totals: types.flatMap(type => totalsOf(type, own)),
      donorsBooked: donorsOf(own.filter(({ startsAt }) => startsAt > tx.now)),
      updatedAt: row.updatedAt,
    };
  });
}

export async function sessionView(tx: Tx, row: DonationSession): Promise<SessionView> {
  const [view] = await sessionViews(tx, [row]);
  if (!view) throw new Error('a row has a view');
  return view;
}
