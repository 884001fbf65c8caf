import Taro, { useRouter } from '@tarojs/taro';
import { withQuery } from './transport';

type Params = Readonly<Record<string, string | undefined>>;

/** A page that can be opened: `routes.site({ siteId })` gives its path. */
type Route<P> = Record<never, never> extends P ? (params?: P) => string : (params: P) => string;

const page =
  <P extends Params = Record<never, never>>(file: string): ((params?: P) => string) =>
  params =>
    withQuery(`/${file}`, params ?? {});

const to = <P extends Params = Record<never, never>>(file: string) => page<P>(file) as Route<P>;

const tabs = {
  home: 'pages/home/index',
  booking: 'pages/booking/index',
  code: 'pages/code/index',
  inbox: 'pages/inbox/index',
  mine: 'pages/mine/index',
} as const;

/** Every address inside the mini-program. A page engineer adds a line for each new page. */
export const routes = {
  home: to(tabs.home),
  booking: to(tabs.booking),
  code: to(tabs.code),
  inbox: to(tabs.inbox),
  mine: to(tabs.mine),
  signIn: to('features/account/pages/sign-in'),
  bindIdentity: to('features/account/pages/bind'),
  bindByNumber: to('features/account/pages/bind-number'),
  bindByPhone: to('features/account/pages/bind-phone'),
  accountCode: to('features/account/pages/account-code'),
  signInStaff: to('features/account/pages/sign-in-staff'),
  signOut: to('features/account/pages/sign-out'),
  consents: to('features/account/pages/consents'),
  myData: to('features/account/pages/my-data'),
  leaveService: to('features/account/pages/leave'),
  contact: to('features/account/pages/contact'),
  changePhone: to('features/account/pages/phone'),
  linkedAccounts: to('features/account/pages/linked'),
  unlinkAccount: to<{ accountId: string }>('features/account/pages/unlink'),
  terms: to('features/account/pages/terms'),
  personas: to('features/demo/pages/personas'),
  history: to<{ city?: string }>('features/certificates/pages/history'),
  donation: to<{ donationId: string }>('features/certificates/pages/donation'),
  recordRequests: to('features/certificates/pages/requests'),
  requestRecord: to<{ donationId?: string }>('features/certificates/pages/request'),
  shareCertificate: to('features/certificates/pages/share'),
  verifyCertificate: to<{ token: string }>('features/certificates/pages/verify'),
  honor: to('features/honors/pages/honor'),
  applyForHonor: to('features/honors/pages/apply'),
  growth: to('features/honors/pages/growth'),
  awards: to('features/honors/pages/awards'),
  growthPicture: to<{ year?: string }>('features/honors/pages/picture'),
  volunteerHours: to('features/honors/pages/volunteer'),
  recordVolunteers: to('features/honors/pages/volunteer-record'),
  findVolunteer: to('features/honors/pages/volunteer-find'),
  honorRegistry: to<{ number?: string }>('features/honors/pages/registry'),
  admitToHonor: to('features/honors/pages/admit'),
  reviewHonors: to('features/honors/pages/review'),
  reviewHonor: to<{ applicationId: string }>('features/honors/pages/review-one'),
  nextDates: to('features/certificates/pages/next-dates'),
  selfCheck: to('features/self-check/pages/check'),
  lookUp: to('features/self-check/pages/look-up'),
  lookUpItem: to<{ item: string }>('features/self-check/pages/look-up-item'),
  deferrals: to('features/self-check/pages/deferrals'),
  site: to<{ siteId: string; type?: string }>('features/appointments/pages/site'),
  times: to<{ siteId: string; type?: string }>('features/appointments/pages/times'),
  hold: to<{ appointmentId: string; slotId?: string; siteId?: string; type?: string; group?: string }>(
    'features/appointments/pages/hold',
  ),
  confirmMove: to<{ slotId: string; startsAt: string; siteId: string; type: string; appointmentId: string }>(
    'features/appointments/pages/confirm',
  ),
  addToCalendar: to<{ appointmentId: string }>('features/appointments/pages/calendar'),
  joinWaitlist: to<{ siteId: string; type: string; on?: string }>('features/appointments/pages/waitlist'),
  waiting: to('features/appointments/pages/waiting'),
  groupBooking: to<{ code?: string }>('features/appointments/pages/group'),
  groupCount: to<{ code?: string }>('features/appointments/pages/group-count'),
  staffGroups: to('features/appointments/pages/staff-groups'),
  newGroup: to('features/appointments/pages/staff-group-new'),
  booked: to<{ appointmentId: string; moved?: string }>('features/appointments/pages/done'),
  moveAppointment: to<{ appointmentId: string }>('features/appointments/pages/move'),
  cancelAppointment: to<{ appointmentId: string }>('features/appointments/pages/cancel'),
  questions: to<{ appointmentId: string; question?: string }>('features/questionnaires/pages/questions'),
  reviewAnswers: to<{ appointmentId: string }>('features/questionnaires/pages/review'),
  consentText: to<{ appointmentId: string; same?: string }>('features/questionnaires/pages/consent'),
  signConsent: to<{ appointmentId: string; same?: string }>('features/questionnaires/pages/sign'),
  myForms: to('features/questionnaires/pages/my-forms'),
  myForm: to<{ appointmentId: string }>('features/questionnaires/pages/my-form'),
  openings: to('features/questionnaires/pages/openings'),
  lateInformation: to('features/questionnaires/pages/late-information'),
  excludeDonation: to<{ donationId: string }>('features/questionnaires/pages/exclude'),
  questionnaireOutcome: to<{ appointmentId: string }>('features/questionnaires/pages/outcome'),
  arrival: to('features/visits/pages/arrival'),
  queue: to('features/visits/pages/queue'),
  waitingRoom: to<{ siteId: string }>('features/visits/pages/screen'),
  staffToday: to('features/staff/pages/today'),
  checkIn: to('features/staff/pages/check-in'),
  siteDesks: to('features/staff/pages/desks'),
  staffVisit: to<{ visitId: string }>('features/staff/pages/visit'),
  recordDonation: to<{ visitId: string }>('features/staff/pages/record-donation'),
  recordVitals: to<{ visitId: string }>('features/staff/pages/vitals'),
  examineForm: to<{ visitId: string }>('features/staff/pages/examine'),
  setRuleAside: to<{ visitId: string; type: string }>('features/staff/pages/set-aside'),
  donorReaction: to<{ visitId: string }>('features/staff/pages/reaction'),
  queueSlip: to<{ visitId: string }>('features/staff/pages/slip'),
  deferVisit: to<{ visitId: string; ruleId?: string; until?: string }>('features/staff/pages/defer'),
  assist: to('features/assist/pages/counter'),
  linkAccount: to('features/assist/pages/link-account'),
  helpDesk: to('features/assist/pages/desk'),
  helpMe: to('features/assist/pages/relatives'),
  helpOthers: to('features/assist/pages/for-whom'),
  helped: to('features/assist/pages/helped'),
  bookingSlip: to<{ appointmentId: string }>('features/assist/pages/slip'),
  myResults: to('features/results/pages/results'),
  myMeasurements: to('features/results/pages/measured'),
  myResult: to<{ donationId: string }>('features/results/pages/result'),
  howAreYou: to('features/results/pages/how-are-you'),
  reportReaction: to<{ donationId?: string }>('features/results/pages/report'),
  survey: to<{ surveyId?: string }>('features/surveys/pages/survey'),
  cases: to('features/surveys/pages/cases'),
  followUp: to<{ caseId: string }>('features/surveys/pages/case'),
  siteScores: to('features/surveys/pages/scores'),
  messageTopics: to('features/notifications/pages/topics'),
  privilegeUses: to('features/privileges/pages/uses'),
  gate: to('features/gates/pages/gate'),
  privilegePlaces: to('features/privilege-places/pages/places'),
  privilegePlace: to<{ placeId: string }>('features/privilege-places/pages/place'),
  reportPlace: to<{ placeId: string; name: string }>('features/privilege-places/pages/report'),
  myPlaceReport: to<{ reportId: string }>('features/privilege-places/pages/my-report'),
  gates: to('features/gates/pages/registry'),
  gateDetails: to<{ gateId: string }>('features/gates/pages/gate-details'),
  gateForm: to<{ gateId?: string }>('features/gates/pages/gate-form'),
  gateSwitch: to<{ gateId: string }>('features/gates/pages/gate-switch'),
  gateSecret: to<{ gateId: string }>('features/gates/pages/gate-secret'),
  flaggedUses: to<{ gateId?: string }>('features/gates/pages/flagged'),
  managedPlaces: to('features/gates/pages/managed-places'),
  managedPlace: to<{ placeId: string }>('features/gates/pages/managed-place'),
  placeForm: to<{ placeId?: string }>('features/gates/pages/place-form'),
  closePlace: to<{ placeId: string }>('features/gates/pages/place-close'),
  importPlaces: to('features/gates/pages/places-import'),
  placeReports: to('features/gates/pages/place-reports'),
  privilegeCard: to('features/gates/pages/card'),
  waivers: to('features/waivers/pages/home'),
  newClaim: to<{ hospital?: string; admittedOn?: string; dischargedOn?: string }>('features/waivers/pages/claim-new'),
  claims: to('features/waivers/pages/claims'),
  claim: to<{ claimId: string }>('features/waivers/pages/claim'),
  newCrossClaim: to('features/waivers/pages/cross-new'),
  kinshipConsents: to('features/waivers/pages/consents'),
  commitment: to<{ claimId: string }>('features/waivers/pages/commitment'),
  payoutAccount: to<{ claimId: string }>('features/waivers/pages/account'),
  appealClaim: to<{ claimId: string }>('features/waivers/pages/appeal'),
  giveMaterial: to<{ claimId: string }>('features/waivers/pages/material'),
  entitlement: to('features/waivers/pages/entitlement'),
  whyFee: to('features/waivers/pages/why-fee'),
  settle: to('features/hospital/pages/settle'),
  deskCode: to('features/hospital/pages/desk-code'),
  reverseSettlement: to<{ reference: string; on: string }>('features/hospital/pages/reverse'),
  reportRefund: to('features/hospital/pages/refund'),
  payouts: to('features/payouts/pages/batches'),
  payoutBatch: to<{ batchId: string }>('features/payouts/pages/batch'),
  hospitalBooks: to('features/payouts/pages/books'),
  bookDifference: to<{ differenceId: string }>('features/payouts/pages/difference'),
  claimBacks: to('features/payouts/pages/claim-backs'),
  moneyReturned: to<{ claimBackId: string }>('features/payouts/pages/money-returned'),
  takeWaiverBack: to('features/payouts/pages/take-back'),
  sessions: to('features/sessions/pages/week'),
  session: to<{ sessionId: string }>('features/sessions/pages/session'),
  planSession: to('features/sessions/pages/plan'),
  editSession: to<{ sessionId: string }>('features/sessions/pages/edit'),
  cancelSession: to<{ sessionId: string }>('features/sessions/pages/cancel'),
  closeDays: to('features/sessions/pages/closures'),
  bloodNeeds: to('features/sessions/pages/needs'),
  review: to('features/staff/pages/review'),
  reviewClaim: to<{ claimId: string }>('features/staff/pages/review-claim'),
  reviewBill: to<{ claimId: string; code?: string; number?: string }>('features/staff/pages/review-bill'),
  operations: to('features/staff/pages/operations'),
  audit: to('features/staff/pages/audit'),
  suspendPrivilege: to('features/staff/pages/suspend'),
};

const isTab = (path: string): boolean => Object.values(tabs).some(tab => path.split('?')[0] === `/${tab}`);

export async function go(path: string): Promise<void> {
  await (isTab(path) ? Taro.switchTab({ url: path }) : Taro.navigateTo({ url: path }));
}

/** Leaves no way back to the present page: after an act that must not be repeated. */
export async function replaceWith(path: string): Promise<void> {
  await (isTab(path) ? Taro.switchTab({ url: path }) : Taro.redirectTo({ url: path }));
}

/** Opens a page as the only one, as after signing in. */
export async function startAt(path: string): Promise<void> {
  await (isTab(path) ? Taro.switchTab({ url: path }) : Taro.reLaunch({ url: path }));
}

/** Someone who opened the page from a link has nothing to go back to. */
export async function goBack(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack({ delta: 1 });
  else await startAt(routes.home());
}

/** A parameter of the present page's address; empty when it is missing. */
export function useParam(name: string): string {
  const value = useRouter().params[name] ?? '';
  // WeChat and Taro's router on the web hand parameters over as they stand in the address.
  try {
    return decodeURIComponent(value);
  } catch {
    // A lone % is not an escape.
    return value;
  }
}
