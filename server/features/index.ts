import type { Feature } from '@server/platform/feature';
import { appointments } from './appointments';
import { audit } from './audit';
import { certificates } from './certificates';
import { consent } from './consent';
import { donations } from './donations';
import { donors } from './donors';
import { eligibility } from './eligibility';
import { gates } from './gates';
import { growth } from './growth';
import { honors } from './honors';
import { identity } from './identity';
import { inpatientCare } from './inpatient-care';
import { notifications } from './notifications';
import { organizations } from './organizations';
import { payouts } from './payouts';
import { privileges } from './privileges';
import { questionnaires } from './questionnaires';
import { results } from './results';
import { sites } from './sites';
import { surveys } from './surveys';
import { uploads } from './uploads';
import { visits } from './visits';
import { volunteers } from './volunteers';
import { waivers } from './waivers';

/** Every feature in dependency order: each may import only those above it. */
export const features: readonly Feature[] = [
  consent,
  organizations,
  identity,
  uploads,
  donors,
  sites,
  donations,
  volunteers,
  questionnaires,
  eligibility,
  results,
  honors,
  certificates,
  privileges,
  gates,
  appointments,
  visits,
  growth,
  waivers,
  payouts,
  inpatientCare,
  surveys,
  notifications,
  audit,
];
