import { CreateHospitalStays1763769705000 } from '@server/migrations/20261123-105-create-hospital-stays';
import type { Feature } from '@server/platform/feature';
import { CareNotice } from './care-notice.entity';
import { noticeDue } from './consider-notice';
import { forgetStays } from './forget-stays';
import { giveDueNotice } from './give-due-notice';
import { HospitalStay } from './hospital-stay.entity';
import { routes } from './routes';
import { StayEvent } from './stay-event.entity';

/** What hospitals tell of stays, and the one notice that a donor or covered relative gets. */
export const inpatientCare: Feature = {
  name: 'inpatient-care',
  entities: [HospitalStay, StayEvent, CareNotice],
  migrations: [CreateHospitalStays1763769705000],
  routes,
  start(app) {
    app.jobs.handle(noticeDue, giveDueNotice);
    app.jobs.clean(forgetStays);
  },
};
