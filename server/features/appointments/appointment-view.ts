import type * as z from 'zod/mini';
import type { appointment as contract } from '@contract/appointments';
import { getEdition } from '@rules/edition';
import { questionnaireStandingsOf, type QuestionnaireStanding } from '@server/features/questionnaires';
import { findPlaces, findSitesById, type SiteDetails } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import type { Appointment } from './appointment.entity';
import { findGroupNames } from './find-groups';

export type AppointmentView = z.output<typeof contract>;

/** A donor can change a booking until it starts. */
export const isChangeable = (row: Appointment, now: string): boolean =>
  row.state === 'booked' && row.slotId !== null && now < row.startsAt;

function holdOf(tx: Tx, { state, heldUntil, waitlistId, extensions }: Appointment): AppointmentView['hold'] {
  if (state !== 'held' || heldUntil === null) return null;
  const most = getEdition('appointment', tx.today).rules.holdExtensions.value;
  const offered = waitlistId !== null;
  return {
    until: heldUntil,
    serverTime: tx.now,
    offered,
    extensionsLeft: offered ? 0 : Math.max(0, most - extensions),
  };
}

interface Around {
  readonly site: SiteDetails;
  /** Where it takes place: of a vehicle, where it stands that day. */
  readonly place?: Pick<SiteDetails, 'address' | 'latitude' | 'longitude'>;
  readonly standing?: QuestionnaireStanding;
  readonly group?: string;
}

function toView(tx: Tx, row: Appointment, { site, place = site, standing, group }: Around): AppointmentView {
  if (row.state === 'lapsed') throw new Error('a hold that has ended is shown to nobody');
  const { id, name, phone, bring } = site;
  const { address, latitude, longitude } = place;
  return {
    id: row.id,
    state: row.state,
    hold: holdOf(tx, row),
    type: row.type,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    site: { id, name, address, latitude, longitude, phone, bring },
    questionnaire: standing?.state ?? 'missing',
    questionnaireOutcome: standing?.outcome ?? null,
    cancelledBy: row.cancelledBy,
    group: group ?? null,
    canChange: isChangeable(row, tx.now),
  };
}

/** Of a public place just taken, at a site that has been read: there is no form yet, and only a vehicle is elsewhere each day. */
export const newAppointmentView = (tx: Tx, row: Appointment, site: SiteDetails): Promise<AppointmentView> =>
  site.kind === 'vehicle' ? appointmentView(tx, row) : Promise.resolve(toView(tx, row, { site }));

export async function appointmentViews(tx: Tx, rows: readonly Appointment[]): Promise<AppointmentView[]> {
  if (rows.length === 0) return [];
  const sites = await findSitesById(
    tx,
    rows.map(row => row.siteId),
  );
  const moving = rows.filter(row => sites.get(row.siteId)?.kind === 'vehicle').flatMap(row => row.slotId ?? []);
  const places = moving.length === 0 ? undefined : await findPlaces(tx, moving);
  // A hold has no form yet.
  const withForm = rows.filter(row => row.state !== 'held').map(row => row.id);
  const standings = withForm.length === 0 ? undefined : await questionnaireStandingsOf(tx, withForm);
  const groups = await findGroupNames(
    tx,
    rows.flatMap(row => row.groupId ?? []),
  );
  return rows.map(row => {
    const site = sites.get(row.siteId);
    if (!site) throw new Error('appointment at a site that is gone');
    return toView(tx, row, {
      site,
      place: row.slotId === null ? undefined : places?.get(row.slotId),
      standing: standings?.get(row.id),
      group: row.groupId === null ? undefined : groups.get(row.groupId),
    });
  });
}

export async function appointmentView(tx: Tx, row: Appointment): Promise<AppointmentView> {
  const [view] = await appointmentViews(tx, [row]);
  if (!view) throw new Error('one row gives one view');
  return view;
}
