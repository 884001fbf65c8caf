import type { Input, Output } from '@contract/endpoint';
import type { recordVolunteerHours as contract } from '@contract/volunteers';
import { isSameName, openName } from '@server/features/identity';
import { findRow, insertRow } from '@server/platform/db/rows';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findWhose } from './find-whose';
import { ServedEvent } from './served-event.entity';

type Command = Input<typeof contract>;
type Recorded = Output<typeof contract>;
type Problem = 'person_unknown' | 'name_differs' | 'day_not_yet' | 'event_differs';

const sameEvent = (row: ServedEvent, { on, minutes }: Command): boolean =>
  row.servedOn === on && row.minutes === minutes;

/** One row of a list, or what is wrong with it. The same event again changes nothing; with other values it is a correction. */
export async function tryRecord(tx: Tx, command: Command): Promise<Recorded | Problem> {
  if (command.on > tx.today) return 'day_not_yet';
  const person = await findWhose(tx, command.whose);
  if (!person) return 'person_unknown';
  // A slip of one digit must not give the hours to somebody else.
  if (!isSameName(openName(tx, person), command.name)) return 'name_differs';
  const key = { personId: person.id, eventNumber: command.eventNumber.toUpperCase() };
  const row: ServedEvent = {
    id: newId(),
    ...key,
    stationId: tx.actor.organizationId ?? null,
    servedOn: command.on,
    minutes: command.minutes,
    activity: command.activity,
    recordedBy: tx.actor.staffId ?? tx.actor.accountId ?? '',
    createdAt: tx.now,
    version: 0,
  };
  // Of two lists that come at once the unique key keeps one row; then each sees which.
  await insertRow(tx.em, ServedEvent, row, { orIgnore: true });
  const kept = await findRow(tx.em, ServedEvent, key);
  if (kept?.id === row.id) {
    tx.subject(person.id);
    return { serviceId: row.id, outcome: 'recorded' };
  }
  return kept && sameEvent(kept, command) ? { serviceId: kept.id, outcome: 'already' } : 'event_differs';
}

export async function recordVolunteerHours(tx: Tx, command: Command): Promise<Recorded> {
  const recorded = await tryRecord(tx, command);
  if (recorded === 'person_unknown') throw new Refusal('PERSON_UNKNOWN', 'not_found');
  if (recorded === 'name_differs') throw new Refusal('NAME_DIFFERS', 'conflict');
  if (recorded === 'day_not_yet') throw new Refusal('DAY_NOT_YET', 'conflict');
  if (recorded === 'event_differs') throw new Refusal('EVENT_DIFFERS', 'conflict');
  return recorded;
}
