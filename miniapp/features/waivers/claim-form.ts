import { type startClaim } from '@contract/waivers';
import { type InputDraft } from '@contract/endpoint';
import { type CalendarDate } from '@rules/calendar';
import { checkDocument, normalizeDocumentNumber } from '@rules/identifiers';
import { type DocType } from '@rules/vocabulary';
import { type Kin } from './relations';

/** What the page asks. Who the patient is, the kinship and the bill are not asked: the system knows or looks them up. */
export interface ClaimDraft {
  readonly who: 'self' | 'relative' | null;
  readonly kin: Kin | null;
  readonly name: string;
  readonly docType: DocType;
  readonly docNumber: string;
  readonly hospital: { readonly code: string; readonly name: string } | null;
  readonly admittedOn: string;
  readonly dischargedOn: string;
  readonly lookupConsent: boolean;
}

export const emptyDraft: ClaimDraft = {
  who: null,
  kin: null,
  name: '',
  docType: 'id_card',
  docNumber: '',
  hospital: null,
  admittedOn: '',
  dischargedOn: '',
  lookupConsent: false,
};

export type Problems = Readonly<Record<string, string>>;

/** Field → sentence, in the order of the page; the same paths as the server's. */
export function problemsOf(draft: ClaimDraft, today: CalendarDate): Problems {
  const problems: [string, string | false][] = [['donor.who', draft.who === null && '请选择是谁献的血。']];
  if (draft.who === 'relative') {
    problems.push(
      ['relation', draft.kin === null && '请选择献血者是您的什么人。'],
      ['donor.name', draft.name.trim() === '' && '请填写献血者的姓名。'],
      ['donor.document.docNumber', documentProblem(draft)],
    );
  }
  problems.push(
    ['hospitalCode', draft.hospital === null && '请选择住院的医院。'],
    ['admittedOn', draft.admittedOn === '' && '请选择入院日期。'],
    ['dischargedOn', dischargeProblem(draft, today)],
    ['lookupConsent', !draft.lookupConsent && '需要您同意查询，才能核对亲属关系和票据。'],
  );
  return Object.fromEntries(problems.filter((entry): entry is [string, string] => entry[1] !== false));
}

function documentProblem({ docType, docNumber }: ClaimDraft): string | false {
  if (docNumber.trim() === '') return '请填写献血者的证件号码。';
  const fault = checkDocument(docType, normalizeDocumentNumber(docType, docNumber));
  if (!fault) return false;
  return fault === 'check_digit' ? '证件号码有误，请逐位核对。' : '证件号码的格式不对，请核对证件类型和号码。';
}

function dischargeProblem({ admittedOn, dischargedOn }: ClaimDraft, today: CalendarDate): string | false {
  if (dischargedOn === '') return '请选择出院日期。';
  if (admittedOn !== '' && dischargedOn < admittedOn) return '出院日期不能早于入院日期。';
  return dischargedOn > today && '出院日期不能晚于今天，请出院后再申请。';
}

/** Only for a draft without problems. */
export function inputOf(draft: ClaimDraft): InputDraft<typeof startClaim> {
  const { name, docType, docNumber, admittedOn, dischargedOn, lookupConsent } = draft;
  const document = { docType, docNumber: normalizeDocumentNumber(docType, docNumber) };
  const isOwn = draft.who !== 'relative';
  return {
    donor: isOwn ? { who: 'self' } : { who: 'relative', name: name.trim(), document },
    relation: isOwn ? 'self' : (draft.kin ?? 'other'),
    hospitalCode: draft.hospital?.code ?? '',
    admittedOn,
    dischargedOn,
    lookupConsent,
  };
}
