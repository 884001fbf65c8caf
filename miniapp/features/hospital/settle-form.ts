import { type previewSettlement } from '@contract/waivers';
import { type InputDraft } from '@contract/endpoint';
import { checkDocument, normalizeDocumentNumber } from '@rules/identifiers';
import { type DocType } from '@rules/vocabulary';
import { deskConsentText } from '@rules/waiver-texts';
import { readYuan } from '@miniapp/platform/money';
import { type Stroke } from '@miniapp/features/questionnaires/stroke';
import { type Kin } from '@miniapp/features/waivers/relations';

export interface PartyDraft {
  readonly name: string;
  readonly docType: DocType;
  readonly docNumber: string;
}

export interface LineDraft {
  readonly name: string;
  /** In yuan, as typed. */
  readonly amount: string;
}

export interface ConsentDraft {
  readonly who: 'patient' | 'relative';
  /** Of the relative who signs. */
  readonly name: string;
  readonly strokes: readonly Stroke[];
}

export interface SettleDraft {
  readonly patient: PartyDraft;
  /** `found`: the service looks, the patient names nobody. */
  readonly who: 'found' | 'self' | 'relative';
  readonly donor: PartyDraft;
  readonly kin: Kin | null;
  readonly hospitalReference: string;
  readonly admittedOn: string;
  readonly dischargedOn: string;
  readonly billCode: string;
  readonly billNumber: string;
  readonly lines: readonly LineDraft[];
  readonly consent: ConsentDraft;
}

const nobody: PartyDraft = { name: '', docType: 'id_card', docNumber: '' };
export const emptyLine: LineDraft = { name: '', amount: '' };

export const emptyDraft = (today: string): SettleDraft => ({
  patient: nobody,
  who: 'found',
  donor: nobody,
  kin: null,
  hospitalReference: '',
  admittedOn: '',
  dischargedOn: today,
  billCode: '',
  billNumber: '',
  lines: [emptyLine],
  consent: { who: 'patient', name: '', strokes: [] },
});

export type Problems = Readonly<Record<string, string>>;
export type Found = [field: string, sentence: string | false];

function partyProblems(field: string, who: string, { name, docType, docNumber }: PartyDraft): Found[] {
  const fault = checkDocument(docType, normalizeDocumentNumber(docType, docNumber));
  const wrong = docNumber.trim() === '' ? `请填写${who}的证件号码。` : `${who}的证件号码有误，请核对。`;
  return [
    [`${field}.name`, name.trim() === '' && `请填写${who}的姓名。`],
    [`${field}.document.docNumber`, fault !== undefined && wrong],
  ];
}

const consentProblems = ({ who, name, strokes }: ConsentDraft): Found[] => [
  ['consent.signer.name', who === 'relative' && name.trim() === '' && '请填写代签人的姓名。'],
  ['consent.signature', strokes.length === 0 && '请患者看完后签名，再查询。'],
];

export function lineProblems({ name, amount }: LineDraft, at: number): Found[] {
  return [
    [`lines.${at}.name`, name.trim() === '' && `请填写第 ${at + 1} 项的名称。`],
    [`lines.${at}.amountFen`, readYuan(amount) === null && `第 ${at + 1} 项的金额不正确，例如 880.00。`],
  ];
}

export const codeForm = /^[0-9A-Z]{8,20}$/;
export const numberForm = /^[0-9A-Z]{8,32}$/;

/** Field → sentence, in the order of the page; the same paths as the server's. */
export function problemsOf(draft: SettleDraft): Problems {
  const { admittedOn, dischargedOn } = draft;
  const found: Found[] = [
    ...partyProblems('patient', '患者', draft.patient),
    ...consentProblems(draft.consent),
    ...(draft.who === 'relative'
      ? [
          ['donor.relation', draft.kin === null && '请选择献血者是患者的什么人。'] as Found,
          ...partyProblems('donor', '献血者', draft.donor),
        ]
      : []),
    ['admittedOn', admittedOn === '' && '请选择入院日期。'],
    [
      'dischargedOn',
      dischargedOn === '' ? '请选择出院日期。' : dischargedOn < admittedOn && '出院日期不能早于入院日期。',
    ],
    ['hospitalReference', draft.hospitalReference.trim().length < 4 && '请填写本院的结算单号，至少 4 位。'],
    ['billCode', !codeForm.test(draft.billCode.trim()) && '票据代码应为 8 到 20 位数字或大写字母。'],
    ['billNumber', !numberForm.test(draft.billNumber.trim()) && '票据号码应为 8 到 32 位数字或大写字母。'],
    ...draft.lines.flatMap(lineProblems),
  ];
  return sentencesOf(found);
}

export const sentencesOf = (found: readonly Found[]): Problems =>
  Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== false));

export const partyInput = ({ name, docType, docNumber }: PartyDraft) => ({
  name: name.trim(),
  document: { docType, docNumber: normalizeDocumentNumber(docType, docNumber) },
});

export const lineInput = ({ name, amount }: LineDraft, at: number) => ({
  code: String(at + 1),
  name: name.trim(),
  amountFen: readYuan(amount) ?? 0,
});

/** Only for a draft without problems. The names of the lines say which are blood; the hospital's charge codes are not asked. */
export function inputOf(draft: SettleDraft): InputDraft<typeof previewSettlement> {
  const { consent } = draft;
  return {
    hospitalReference: draft.hospitalReference.trim(),
    patient: partyInput(draft.patient),
    donor:
      draft.who !== 'relative'
        ? { who: draft.who }
        : { who: 'relative', ...partyInput(draft.donor), relation: draft.kin ?? 'other' },
    admittedOn: draft.admittedOn,
    dischargedOn: draft.dischargedOn,
    billCode: draft.billCode.trim(),
    billNumber: draft.billNumber.trim(),
    lines: draft.lines.map(lineInput),
    consent: {
      how: 'signed',
      version: deskConsentText.version,
      signer: consent.who === 'patient' ? { who: 'patient' } : { who: 'relative', name: consent.name.trim() },
      signature: { strokes: consent.strokes.map(stroke => [...stroke]) },
    },
  };
}
