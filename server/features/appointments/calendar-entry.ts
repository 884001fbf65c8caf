import { timingSafeEqual } from 'node:crypto';
import type { Output } from '@contract/endpoint';
import type { getCalendarEntry as contract } from '@contract/appointments';
import { anonymous, personOf } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import type { FileLink } from '@server/platform/http/file-links';
import { Refusal } from '@server/platform/refusal';
import { txOn, type Tx } from '@server/platform/tx';
import { appointmentView } from './appointment-view';
import { Appointment } from './appointment.entity';
import { calendarText } from './calendar-text';
import { getOwnAppointment } from './find-appointments';

type Entry = Output<typeof contract>;

const path = '/files/calendar';
const fileName = 'blood-donation.ics';
const linkSeconds = 600;
const alarmMinutes = 120;

const sign = (app: App, id: string, until: string): string => app.crypto.fingerprint('calendar-link', `${id}.${until}`);

/** Appointment, end of life in seconds, signature: nothing in it tells who, where or when. */
function linkTo(app: App, id: string): string {
  const until = String(Math.floor(app.clock.millis() / 1000) + linkSeconds);
  return `${path}?token=${id}.${until}.${sign(app, id, until)}`;
}

/** The appointment that a valid token names. */
function appointmentOf(app: App, token: string): string | undefined {
  const [id = '', until = '', signature = ''] = token.split('.');
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(app, id, until))];
  const signed = given.length === expected.length && timingSafeEqual(given, expected);
  return signed && Number(until) * 1000 > app.clock.millis() ? id : undefined;
}

async function entryOf(tx: Tx, row: Appointment): Promise<Entry> {
  const { site } = await appointmentView(tx, row);
  const fields = {
    title: row.type === 'platelets' ? '献血小板' : '献血',
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    location: `${site.name}（${site.address}）`,
    note: `${site.bring}\n来不了请改期或取消，电话 ${site.phone}。`,
    alarmMinutes,
  };
  const ics = calendarText({
    ...fields,
    uid: `${row.id}@blood-donation`,
    // Seconds since the booking was made: grows with each move.
    sequence: Math.max(0, Math.floor((Date.parse(row.updatedAt) - Date.parse(row.createdAt)) / 1000)),
    changedAt: row.updatedAt,
    position: site,
  });
  return { ...fields, fileName, ics, link: linkTo(tx.app, row.id) };
}

const isAhead = ({ state }: Appointment): boolean => state === 'booked' || state === 'checked_in';

export async function getCalendarEntry(tx: Tx, appointmentId: string): Promise<Entry> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const row = await getOwnAppointment(tx, personId, appointmentId);
  if (!isAhead(row)) throw new Refusal('NOT_CHANGEABLE', 'conflict');
  return entryOf(tx, row);
}

/** Phones hand a link to their calendar; the session of the app does not travel with it. */
export const calendarFile: FileLink = {
  path,
  async open(app, token) {
    const id = appointmentOf(app, token);
    if (id === undefined) return undefined;
    return app.db.read(async em => {
      const tx = txOn(app, em, { actor: anonymous, requestId: 'calendar-file' });
      const row = await em.findOneBy(Appointment, { id });
      if (!row || !isAhead(row)) return undefined;
      return { type: 'text/calendar; charset=utf-8', name: fileName, body: (await entryOf(tx, row)).ics };
    });
  },
};
