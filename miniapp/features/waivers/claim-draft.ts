import { type listLinkedRelatives } from '@contract/waiver-evidence';
import { type Output } from '@contract/endpoint';
import { type DocType } from '@rules/vocabulary';
import { type Kin } from './relations';

/** The five elements of a bill are typed; otherwise the bills of the stay are fetched. */
export interface BillDraft {
  readonly withBill: boolean;
  readonly billCode: string;
  readonly billNumber: string;
  readonly billCheckCode: string;
  readonly billIssuedOn: string;
  /** In yuan, as it stands on the bill. */
  readonly billTotal: string;
}

export const noBill: BillDraft = {
  withBill: false,
  billCode: '',
  billNumber: '',
  billCheckCode: '',
  billIssuedOn: '',
  billTotal: '',
};

export type LinkedRelative = Output<typeof listLinkedRelatives>['items'][number];

/** What the page asks. Who the claimant is, the kinship and, unless it is at hand, the bill are known or looked up. */
export interface ClaimDraft extends BillDraft {
  readonly patient: 'me' | 'child';
  readonly childName: string;
  readonly childDocType: DocType;
  readonly childDocNumber: string;
  readonly guardianConsent: boolean;
  readonly who: 'self' | 'relative' | null;
  readonly kin: Kin | null;
  /** A relative whose kinship was proved before: nothing of them is typed. */
  readonly link: LinkedRelative | null;
  readonly name: string;
  readonly docType: DocType;
  readonly docNumber: string;
  readonly hospital: { readonly code: string; readonly name: string } | null;
  readonly admittedOn: string;
  readonly dischargedOn: string;
  readonly lookupConsent: boolean;
}

export const emptyDraft: ClaimDraft = {
  patient: 'me',
  childName: '',
  childDocType: 'id_card',
  childDocNumber: '',
  guardianConsent: false,
  who: null,
  kin: null,
  link: null,
  name: '',
  docType: 'id_card',
  docNumber: '',
  hospital: null,
  admittedOn: '',
  dischargedOn: '',
  ...noBill,
  lookupConsent: false,
};

/** Where the problems of an answer stand: the same paths as the server's. */
export const pathOf: Readonly<Record<keyof ClaimDraft, string>> = {
  patient: 'patient.who',
  childName: 'patient.name',
  childDocType: 'patient.document.docNumber',
  childDocNumber: 'patient.document.docNumber',
  guardianConsent: 'patient.guardianConsent',
  who: 'donor.who',
  kin: 'relation',
  link: 'donor.name',
  name: 'donor.name',
  docType: 'donor.document.docNumber',
  docNumber: 'donor.document.docNumber',
  hospital: 'hospitalCode',
  admittedOn: 'admittedOn',
  dischargedOn: 'dischargedOn',
  withBill: 'bill',
  billCode: 'bill.code',
  billNumber: 'bill.number',
  billCheckCode: 'bill.checkCode',
  billIssuedOn: 'bill.issuedOn',
  billTotal: 'bill.totalFen',
  lookupConsent: 'lookupConsent',
};
