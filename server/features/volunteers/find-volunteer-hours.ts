import type { Input, Output } from '@contract/endpoint';
import type { findVolunteer as findContract, getVolunteerHours } from '@contract/volunteers';
import { toChinaDate } from '@rules/calendar';
import { maskName } from '@rules/identifiers';
import { volunteerHours, type VolunteerHours } from '@rules/volunteer-hours';
import { openName } from '@server/features/identity';
import { Organization } from '@server/features/organizations';
import { personOf } from '@server/platform/actor';
import { findRows, findRowsIn } from '@server/platform/db/rows';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { VolunteerCorrection } from './volunteer-correction.entity';
import { ServedEvent } from './served-event.entity';
import { findWhose } from './find-whose';

type Shown = Output<typeof getVolunteerHours>;

/** Hours and stars of a person, for the awards and the growth page. */
export async function findVolunteerStanding(tx: Tx, personId: string): Promise<VolunteerHours> {
  const rows = await findRows(tx.em, ServedEvent, { personId });
  return volunteerHours(
    rows.map(({ servedOn, minutes }) => ({ on: servedOn, minutes })),
    tx.today,
  );
}

const shownStanding = ({ hoursToNextStar, starHours, ...rest }: VolunteerHours): Shown['standing'] => ({
  ...rest,
  hoursToNextStar: hoursToNextStar ?? null,
  starHours: [...starHours],
});

/** The latest first, each with what was corrected. */
async function findServices(tx: Tx, personId: string): Promise<Shown['services']> {
  const rows = await findRows(tx.em, ServedEvent, { personId });
  const ids = rows.map(({ id }) => id);
  const corrections = await findRowsIn(tx.em, VolunteerCorrection, 'serviceId', ids);
  const stationIds = rows.flatMap(({ stationId }) => (stationId === null ? [] : [stationId]));
  const stations = await findRowsIn(tx.em, Organization, 'id', [...new Set(stationIds)]);
  const names = new Map(stations.map(({ id, name }) => [id, name]));
  return rows
    .sort((a, b) => (a.servedOn + a.id < b.servedOn + b.id ? 1 : -1))
    .map(({ id, version, eventNumber, servedOn, minutes, activity, stationId }) => ({
      ...{ id, version, eventNumber, on: servedOn, minutes, activity },
      station: names.get(stationId ?? '') ?? '省级运营',
      corrections: corrections
        .filter(({ serviceId }) => serviceId === id)
        .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
        .map(({ createdAt, fromMinutes, toMinutes, fromDay, toDay }) => ({
          ...{ on: toChinaDate(createdAt), fromMinutes, toMinutes, fromDay, toDay },
        })),
    }));
}

const findHours = async (tx: Tx, personId: string): Promise<Shown> => ({
  standing: shownStanding(await findVolunteerStanding(tx, personId)),
  services: await findServices(tx, personId),
});

export const findOwnHours = (tx: Tx): Promise<Shown> => findHours(tx, personOf(tx.actor));

export async function findVolunteer(
  tx: Tx,
  { whose }: Input<typeof findContract>,
): Promise<Output<typeof findContract>> {
  const person = await findWhose(tx, whose);
  if (!person) throw new Refusal('PERSON_UNKNOWN', 'not_found');
  tx.subject(person.id);
  return { maskedName: maskName(openName(tx, person)), ...(await findHours(tx, person.id)) };
}
