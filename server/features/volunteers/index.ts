import * as contract from '@contract/volunteers';
import { CreateVolunteerServices1763769735000 } from '@server/migrations/20261123-135-create-volunteer-services';
import type { Feature } from '@server/platform/feature';
import { route } from '@server/platform/route/route';
import { correctVolunteerHours } from './correct-volunteer-hours';
import { findOwnHours, findVolunteer } from './find-volunteer-hours';
import { importVolunteerHours } from './import-volunteer-hours';
import { recordVolunteerHours } from './record-volunteer-hours';
import { VolunteerCorrection } from './volunteer-correction.entity';
import { ServedEvent } from './served-event.entity';

export { findVolunteerStanding } from './find-volunteer-hours';

const recording = 'volunteer:record';

/** Hours of voluntary service (无偿献血志愿服务): who recorded them, what was corrected, the stars that they make. */
export const volunteers: Feature = {
  name: 'volunteers',
  entities: [ServedEvent, VolunteerCorrection],
  migrations: [CreateVolunteerServices1763769735000],
  routes: [
    route(contract.getVolunteerHours, { may: 'volunteer:read-own', audit: 'volunteer.read' }, request =>
      request.read(findOwnHours),
    ),
    route(
      contract.recordVolunteerHours,
      { may: recording, audit: 'volunteer.record', perMinute: 60 },
      (request, input) => request.transaction(tx => recordVolunteerHours(tx, input)),
    ),
    route(
      contract.importVolunteerHours,
      { may: recording, audit: 'volunteer.import', perMinute: 6 },
      (request, input) => request.transaction(tx => importVolunteerHours(tx, input)),
    ),
    route(contract.findVolunteer, { may: recording, audit: 'volunteer.find', perMinute: 30 }, (request, input) =>
      request.transaction(tx => findVolunteer(tx, input)),
    ),
    route(contract.correctVolunteerHours, { may: recording, audit: 'volunteer.correct' }, (request, input) =>
      request.transaction(tx => correctVolunteerHours(tx, input)),
    ),
  ],
};
