import * as appointments from './appointments';
import * as assist from './assist';
import * as billRefunds from './bill-refunds';
import * as binding from './binding';
import * as cases from './cases';
import * as certificates from './certificates';
import * as consent from './consent';
import * as eligibility from './eligibility';
import type { AnyEndpoint } from './endpoint';
import * as gateRegistry from './gate-registry';
import * as gates from './gates';
import * as growth from './growth';
import * as groupBookings from './group-bookings';
import * as honors from './honors';
import * as hospitalBooks from './hospital-books';
import * as hospitalDesk from './hospital-desk';
import * as hospitalStays from './hospital-stays';
import * as identity from './identity';
import * as intake from './intake';
import * as measurements from './measurements';
import * as needs from './needs';
import * as notifications from './notifications';
import * as operations from './operations';
import * as ownData from './own-data';
import * as payoutChecks from './payout-checks';
import * as payouts from './payouts';
import * as placeReports from './place-reports';
import * as privilegeCards from './privilege-cards';
import * as privilegePlaces from './privilege-places';
import * as privileges from './privileges';
import * as profile from './profile';
import * as questionnaires from './questionnaires';
import * as recordRequests from './record-requests';
import * as results from './results';
import * as sessions from './sessions';
import * as sites from './sites';
import * as surveys from './surveys';
import * as uploads from './uploads';
import * as visits from './visits';
import * as volunteers from './volunteers';
import * as waitlist from './waitlist';
import * as waiverEvidence from './waiver-evidence';
import * as waiverFiles from './waiver-files';
import * as waiverReview from './waiver-review';
import * as waivers from './waivers';

const modules = [
  identity,
  assist,
  uploads,
  binding,
  consent,
  certificates,
  honors,
  growth,
  volunteers,
  intake,
  sites,
  sessions,
  needs,
  appointments,
  waitlist,
  groupBookings,
  profile,
  ownData,
  recordRequests,
  measurements,
  questionnaires,
  eligibility,
  visits,
  privileges,
  gates,
  gateRegistry,
  privilegePlaces,
  placeReports,
  privilegeCards,
  waivers,
  hospitalStays,
  hospitalBooks,
  hospitalDesk,
  billRefunds,
  waiverEvidence,
  waiverFiles,
  waiverReview,
  payouts,
  payoutChecks,
  results,
  surveys,
  cases,
  notifications,
  operations,
];

const isEndpoint = (value: object): value is AnyEndpoint => 'method' in value && 'path' in value && 'refusals' in value;

/** Every operation of the service. Documents, role tests and fuzz tests are generated from this list. */
export const endpoints: readonly AnyEndpoint[] = modules.flatMap(module =>
  Object.values<object>(module).filter(isEndpoint),
);
