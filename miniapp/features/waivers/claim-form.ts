import { type startClaim } from '@contract/waivers';
import { type InputDraft } from '@contract/endpoint';
import { type CalendarDate } from '@rules/calendar';
import { checkDocument, normalizeDocumentNumber } from '@rules/identifiers';
import { type DocType } from '@rules/vocabulary';
import { readYuan } from '@miniapp/platform/money';
import { type BillDraft, type ClaimDraft } from './claim-draft';

export type Problems = Readonly<Record<string, string>>;
export type Problem = readonly [path: string, sentence: string | false];

/** Field → sentence, in the order of the page; the same paths as the server's. The consent is asked on the page after it. */
export function problemsOf(draft: ClaimDraft, today: CalendarDate): Problems {
  const problems: Problem[] = [
    ...(draft.patient === 'child' ? childProblems(draft) : []),
    ['donor.who', draft.who === null && '请选择是谁献的血。'],
    ...(draft.who === 'relative' && !draft.link ? donorProblems(draft) : []),
    ['hospitalCode', draft.hospital === null && '请选择住院的医院。'],
    ['admittedOn', draft.admittedOn === '' && '请选择入院日期。'],
    ['dischargedOn', dischargeProblem(draft, today)],
    ...(draft.withBill ? billProblems(draft, today) : []),
  ];
  return Object.fromEntries(problems.filter((entry): entry is [string, string] => entry[1] !== false));
}

const childProblems = ({ childName, childDocType, childDocNumber, guardianConsent }: ClaimDraft): Problem[] => [
  ['patient.name', childName.trim() === '' && '请填写孩子的姓名。'],
  ['patient.document.docNumber', documentProblem('孩子', childDocType, childDocNumber)],
  ['patient.guardianConsent', !guardianConsent && '需要您作为监护人同意，才能替孩子申请。'],
];

export const donorProblems = ({ kin, name, docType, docNumber }: ClaimDraft): Problem[] => [
  ['relation', kin === null && '请选择献血者和用血的人是什么关系。'],
  ['donor.name', name.trim() === '' && '请填写献血者的姓名。'],
  ['donor.document.docNumber', documentProblem('献血者', docType, docNumber)],
];

function documentProblem(whose: string, docType: DocType, docNumber: string): string | false {
  if (docNumber.trim() === '') return `请填写${whose}的证件号码。`;
  const fault = checkDocument(docType, normalizeDocumentNumber(docType, docNumber));
  if (!fault) return false;
  return fault === 'check_digit' ? '证件号码有误，请逐位核对。' : '证件号码的格式不对，请核对证件类型和号码。';
}

export function dischargeProblem({ admittedOn, dischargedOn }: ClaimDraft, today: CalendarDate): string | false {
  if (dischargedOn === '') return '请选择出院日期。';
  if (admittedOn !== '' && dischargedOn < admittedOn) return '出院日期不能早于入院日期。';
  return dischargedOn > today && '出院日期不能晚于今天，请出院后再申请。';
}

export const tidy = (text: string): string => text.replace(/\s/g, '').toUpperCase();

export function billProblems(draft: BillDraft, today: CalendarDate): Problem[] {
  const { billCode, billNumber, billCheckCode, billIssuedOn, billTotal } = draft;
  const isDateWrong = billIssuedOn === '' || billIssuedOn > today;
  return [
    ['bill.code', !/^[0-9A-Z]{8,20}$/.test(tidy(billCode)) && '票据代码是 8 至 20 位数字或字母，在票据左上方。'],
    ['bill.number', !/^[0-9A-Z]{8,32}$/.test(tidy(billNumber)) && '票据号码是 8 至 32 位数字或字母，在票据右上方。'],
    ['bill.checkCode', !/^[0-9A-Z]{6}$/.test(tidy(billCheckCode)) && '校验码是 6 位数字或字母。'],
    ['bill.issuedOn', isDateWrong && '请选择票据上的开票日期，不能晚于今天。'],
    ['bill.totalFen', readYuan(billTotal) === null && '请填写票据上的合计金额，例如 1470.00。'],
  ];
}

/** Only for a draft without problems. */
export function inputOf(draft: ClaimDraft): InputDraft<typeof startClaim> {
  const { admittedOn, dischargedOn, lookupConsent } = draft;
  const forChild = draft.patient === 'child';
  const isOwn = draft.who !== 'relative';
  return {
    ...(forChild && {
      patient: {
        who: 'child',
        ...partyOf(draft.childName, draft.childDocType, draft.childDocNumber),
        guardianConsent: draft.guardianConsent,
      },
    }),
    donor: isOwn
      ? { who: 'self' }
      : draft.link
        ? { who: 'linked', linkId: draft.link.linkId }
        : { who: 'relative', ...partyOf(draft.name, draft.docType, draft.docNumber) },
    relation: isOwn ? (forChild ? 'child' : 'self') : (draft.link?.relation ?? draft.kin ?? 'other'),
    hospitalCode: draft.hospital?.code ?? '',
    admittedOn,
    dischargedOn,
    ...(draft.withBill && { bill: billOf(draft) }),
    lookupConsent,
  };
}

export const partyOf = (name: string, docType: DocType, docNumber: string) => ({
  name: name.trim(),
  document: { docType, docNumber: normalizeDocumentNumber(docType, docNumber) },
});

export const billOf = ({ billCode, billNumber, billCheckCode, billIssuedOn, billTotal }: BillDraft) => ({
  code: tidy(billCode),
  number: tidy(billNumber),
  // The one element in which capitals are not small letters.
  checkCode: billCheckCode.replace(/\s/g, ''),
  issuedOn: billIssuedOn,
  totalFen: readYuan(billTotal) ?? 0,
});
