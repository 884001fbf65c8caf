import * as z from 'zod/mini';
import type { AnyEndpoint } from './endpoint';

/** What a donor may let a relative see beyond bookings. */
export const helpGrant = z.enum(['history', 'results', 'waivers'], { error: 'not_a_grant' });
export type HelpGrant = z.output<typeof helpGrant>;

interface Refused {
  /** Why not, in words for the list of the service's limits. */
  readonly no: string;
  /** The operation that does the same at the counter; required of staff unless the act is the donor's alone or nothing is lost. */
  readonly counter?: string;
}

interface OnBehalf {
  readonly byStaff: 'yes' | Refused;
  readonly byRelative: 'yes' | { readonly grant: HelpGrant } | Refused;
}

const yes = { byStaff: 'yes', byRelative: 'yes' } as const;
const staffOnly = (no: string): OnBehalf => ({ byStaff: 'yes', byRelative: { no } });
const withGrant = (grant: HelpGrant): OnBehalf => ({ byStaff: 'yes', byRelative: { grant } });
const nobody = (no: string, counter?: string): OnBehalf => ({
  byStaff: counter === undefined ? { no } : { no, counter },
  byRelative: { no },
});

const health = 'health answers are between the donor and the station; the donor answers on arrival';
const ownSession = 'opens or ends a session of the caller, not an act of the donor';
const login = 'a helper binds no login to the donor';
const noFurther = 'whoever acts for somebody passes that on to nobody';

/**
 * Every operation that a donor may call, and who may call it for a donor. What is not listed is refused to helpers
 * (`NOT_FOR_HELPERS`); the test over all contracts names what is missing. Reads that anybody may make need no line.
 */
const table: Readonly<Record<string, OnBehalf>> = {
  // Sessions and identity
  signIn: nobody(ownSession),
  signInStaff: nobody(ownSession),
  refreshSession: nobody(ownSession),
  signOut: nobody(ownSession, 'endAssist'),
  issuePersonaCode: nobody(ownSession),
  readDemoCode: nobody(ownSession),
  getMe: yes,
  bindIdentity: nobody(login, 'registerAtCounter'),
  sendBindCode: nobody('digits reach a phone; at the counter the number is told', 'changePhone'),
  bindByRegister: nobody(login, 'registerAtCounter'),
  makeAccountCode: nobody(login, 'linkAccount'),
  listLinkedAccounts: staffOnly('which phones show the record is for the donor to know'),
  unlinkAccount: staffOnly('which phones show the record is for the donor to decide'),
  getMyPhone: staffOnly('where messages go is for the donor to know'),
  changePhone: staffOnly('where messages go is for the donor to say'),
  exportMyData: staffOnly('a copy of everything is for the donor to ask'),
  leaveService: staffOnly('to leave is for the donor to decide'),
  listPreferredSites: yes,
  preferSite: yes,
  endAssist: yes,
  makeDelegationCode: staffOnly(noFurther),
  acceptDelegation: nobody('the relative proves who they are on their own phone'),
  listDelegations: staffOnly(noFurther),
  endDelegation: staffOnly('a relative ends it in their own name'),
  openDelegated: nobody(noFurther),
  listHelp: staffOnly('who else acted is for the donor to know'),

  // Files: staff photograph what the donor brings
  permitUpload: staffOnly('what is uploaded belongs to a matter of the donor that a relative may not begin'),
  finishUpload: staffOnly('what is uploaded belongs to a matter of the donor that a relative may not begin'),

  // Consent: staff write down what the donor says, for the purposes that the service asked for needs
  listConsents: staffOnly('consent is given by the donor'),
  decideConsent: staffOnly('consent is given by the donor'),

  // Certificate and history
  getCertificate: withGrant('history'),
  listDonations: withGrant('history'),
  listDonationPlaces: withGrant('history'),
  getDonationCertificate: withGrant('history'),
  requestRecord: staffOnly('what is wrong in the record is for the donor to say'),
  listRecordRequests: staffOnly('what is wrong in the record is for the donor to say'),
  shareCertificate: nobody('a link outlives the helper; the certificate is printed instead', 'getCertificate'),
  listShares: staffOnly('links are secrets of the donor'),
  revokeShare: staffOnly('links are secrets of the donor'),

  // Awards and the honor certificate
  getAwards: withGrant('history'),
  getMyHonor: withGrant('history'),
  getGrowth: withGrant('history'),
  getVolunteerHours: withGrant('history'),
  makeGrowthPicture: staffOnly('a picture to share is the donor’s to make'),
  getGrowthPicture: staffOnly('a picture to share is the donor’s to open'),
  applyForHonor: staffOnly('the photo is of the donor, who is there when it is taken'),
  openHonorFile: staffOnly('the certificate is used by the donor alone'),

  // Booking
  getEligibility: yes,
  getMyDeferrals: staffOnly('why a donor may not give is between the donor and the station'),
  bookAppointment: yes,
  holdSlot: yes,
  extendHold: yes,
  confirmHold: yes,
  releaseHold: yes,
  findNextBooking: yes,
  getCalendarEntry: yes,
  joinWaitlist: yes,
  leaveWaitlist: yes,
  listWaitlist: yes,
  openGroupBooking: yes,
  countGroupBooking: yes,
  moveAppointment: yes,
  cancelAppointment: yes,
  listAppointments: yes,
  listOtherTimes: yes,

  // Questionnaire
  getQuestionnaire: staffOnly(health),
  saveQuestionnaireDraft: staffOnly(health),
  submitQuestionnaire: staffOnly(health),
  listMyForms: staffOnly(health),
  openMyForm: staffOnly(health),
  openMyArchive: staffOnly(health),
  listOpenings: staffOnly('who opened the answers is for the donor to know'),
  getExclusion: nobody('asked in confidence, without a witness; the station takes it by telephone as well'),
  excludeMyDonation: nobody('asked in confidence, without a witness; the station takes it by telephone as well'),
  reportLateInformation: staffOnly(health),

  // Visit
  getArrivalCode: nobody('lives on a phone', 'checkIn'),
  getMyVisit: yes,
  getQueueTicket: yes,
  listMyMeasurements: staffOnly(health),

  // Privilege
  getPrivilege: staffOnly('the privilege is used by the donor alone'),
  mintPrivilegeCode: nobody(
    'lives on a phone and is nobody else’s; staff see the entitlement and hand out the card',
    'getPrivilege',
  ),
  mintCodeBatch: nobody('lives on a phone and is nobody else’s; staff print a card', 'issuePrivilegeCard'),
  registerDeviceKey: nobody('lives on a phone and is nobody else’s; staff print a card', 'issuePrivilegeCard'),
  listPrivilegeUses: staffOnly('tells where the donor was'),
  reportPrivilegePlace: staffOnly('the donor was there'),
  getMyPlaceReport: staffOnly('the answer is to the donor'),

  // Waivers
  getEntitlement: withGrant('waivers'),
  startClaim: staffOnly('a relative claims in their own name'),
  startCrossClaim: staffOnly('a relative claims in their own name'),
  listLinkedRelatives: staffOnly('who is related to whom is for the claimant to see'),
  listClaimFiles: staffOnly('a relative sees that a claim is there, not the papers'),
  makeDeskCode: nobody('lives on a phone; at the desk the document is typed instead', 'getEntitlement'),
  withdrawClaim: staffOnly('a relative claims in their own name'),
  passToReviewer: staffOnly('a relative claims in their own name'),
  appealClaim: staffOnly('a relative claims in their own name'),
  giveMaterial: staffOnly('a relative claims in their own name'),
  getCommitment: staffOnly('a relative claims in their own name'),
  signCommitment: nobody(
    'a promise under one’s own name is signed by oneself; a person looks instead',
    'passToReviewer',
  ),
  listConsentRequests: staffOnly('whose data may be asked is for that person to say'),
  answerConsentRequest: staffOnly('whose data may be asked is for that person to say'),
  getPayout: staffOnly('where the money goes is for the claimant to see'),
  savePayoutAccount: staffOnly('a relative claims in their own name'),
  listClaims: withGrant('waivers'),
  getClaim: withGrant('waivers'),
  listHospitals: yes,

  // Results and care after the donation. A relative with the grant sees measured values, never that the station wants to speak to the donor.
  listMyResults: withGrant('results'),
  getMyResult: withGrant('results'),
  getMyCheck: staffOnly(health),
  answerCheck: staffOnly(health),
  reportReaction: staffOnly(health),
  listMyReports: staffOnly(health),
  getMySurvey: staffOnly('what the donor thinks of the service is for the donor to say'),
  answerSurvey: staffOnly('what the donor thinks of the service is for the donor to say'),

  // Inbox
  listMessageTopics: staffOnly('messages are to the donor'),
  switchMessageTopic: staffOnly('messages are to the donor'),
  listMessages: staffOnly('messages are to the donor'),
  countUnreadMessages: staffOnly('messages are to the donor'),
  markMessageRead: nobody('what a helper has seen stays unread for the donor', 'listMessages'),
};

type Asked = Pick<AnyEndpoint, 'name' | 'method' | 'who'>;

/** The line of the operation; undefined when a helper may not call it because nobody has thought about it. */
export function onBehalf({ name, method, who }: Asked): OnBehalf | undefined {
  if (Object.prototype.hasOwnProperty.call(table, name)) return table[name];
  return method === 'GET' && who.includes('anonymous') ? yes : undefined;
}

/** Names in the table, for the test that each of them is an operation. */
export const declaredOperations: readonly string[] = Object.keys(table);

type Helper = { readonly kind: 'staff' } | { readonly kind: 'relative'; readonly grants: readonly HelpGrant[] };

export function mayHelp(endpoint: Asked, helper: Helper): boolean {
  const line = onBehalf(endpoint);
  if (!line) return false;
  if (helper.kind === 'staff') return line.byStaff === 'yes';
  if (line.byRelative === 'yes') return true;
  return 'grant' in line.byRelative && helper.grants.includes(line.byRelative.grant);
}
