import { type InputDraft } from '@contract/endpoint';
import { type startCrossClaim } from '@contract/waiver-files';
import { type CalendarDate } from '@rules/calendar';
import { homeProvince, type Province } from '@rules/provinces';
import { type UploadType } from '@rules/upload-limits';
import { readYuan } from '@miniapp/platform/money';
import { type ClaimDraft, emptyDraft } from './claim-draft';
import { dischargeProblem, donorProblems, partyOf, type Problem, type Problems, tidy } from './claim-form';

export type FileKind = InputDraft<typeof startCrossClaim>['files'][number]['kind'];

/** A file that lies in the store already, and as it is shown on this device. */
export interface SentFile {
  readonly uploadId: string;
  readonly kind: FileKind;
  readonly contentType: UploadType;
  readonly bytes: number;
  readonly address: string;
}

export interface CrossDraft extends ClaimDraft {
  /** What happened in the other province. */
  readonly crossing: 'donated' | 'treated' | null;
  readonly province: Province | null;
  readonly hospitalName: string;
  /** In yuan. */
  readonly bloodFee: string;
  readonly files: readonly SentFile[];
}

export const emptyCross: CrossDraft = {
  ...emptyDraft,
  crossing: null,
  province: null,
  hospitalName: '',
  bloodFee: '',
  files: [],
};

export const kindWords: Readonly<Record<FileKind, { readonly title: string; readonly note: string }>> = {
  donation_certificate: { title: '献血证', note: '外省的献血证，纸质的拍照，电子的截图，能看清姓名、日期和献血量' },
  discharge_bill: { title: '出院票据', note: '住院收费票据，以及写明用血费用的清单，可以分几张' },
  kinship: {
    title: '亲属关系材料',
    note: '户口簿、结婚证、出生医学证明，或者派出所、村（居）委会的证明，有一样就可以',
  },
  other: { title: '其他材料', note: '想让工作人员看到的，没有就不用传' },
};

/** What has to be shown, in the order of the page; the rest may be. */
export function neededKinds({ crossing, who }: CrossDraft): readonly FileKind[] {
  if (crossing === null) return [];
  const kinds: FileKind[] = [crossing === 'donated' ? 'donation_certificate' : 'discharge_bill'];
  return who === 'relative' ? [...kinds, 'kinship'] : kinds;
}

function billProblems({ billCode, billNumber, billIssuedOn, bloodFee }: CrossDraft, today: CalendarDate): Problem[] {
  const fee = readYuan(bloodFee);
  return [
    ['bill.code', !/^[0-9A-Z]{6,20}$/.test(tidy(billCode)) && '票据代码是 6 至 20 位数字或字母，照着票据填。'],
    ['bill.number', !/^[0-9A-Z]{6,32}$/.test(tidy(billNumber)) && '票据号码是 6 至 32 位数字或字母，照着票据填。'],
    ['bill.issuedOn', (billIssuedOn === '' || billIssuedOn > today) && '请选择票据上的开票日期，不能晚于今天。'],
    ['bill.bloodFeeFen', !fee && '请填写清单上用血费用的合计，例如 880.00。'],
  ];
}

/** Field → sentence, in the order of the page; the same paths as the server's. */
export function crossProblems(draft: CrossDraft, today: CalendarDate): Problems {
  const isAway = draft.crossing === 'treated';
  const problems: Problem[] = [
    ['crossing', draft.crossing === null && '请选择哪一件事在外省。'],
    ['province', draft.province === null && '请选择省份。'],
    ['donor.who', draft.who === null && '请选择是谁献的血。'],
    ...(draft.who === 'relative' ? donorProblems(draft) : []),
    ['hospitalCode', !isAway && draft.hospital === null && '请选择住院的医院。'],
    ['hospitalName', isAway && draft.hospitalName.trim().length < 4 && '请填写医院的全称。'],
    ['admittedOn', draft.admittedOn === '' && '请选择入院日期。'],
    ['dischargedOn', dischargeProblem(draft, today)],
    ...(isAway ? billProblems(draft, today) : []),
    ...neededKinds(draft).map((kind): Problem => [
      `files.${kind}`,
      !draft.files.some(file => file.kind === kind) && `请上传${kindWords[kind].title}。`,
    ]),
  ];
  return Object.fromEntries(problems.filter((entry): entry is [string, string] => entry[1] !== false));
}

/** Only for a draft without problems. */
export function crossInput(draft: CrossDraft): InputDraft<typeof startCrossClaim> {
  const isAway = draft.crossing === 'treated';
  const other = draft.province ?? homeProvince;
  return {
    donatedIn: isAway ? homeProvince : other,
    treatedIn: isAway ? other : homeProvince,
    donor:
      draft.who === 'relative'
        ? { who: 'relative', ...partyOf(draft.name, draft.docType, draft.docNumber) }
        : { who: 'self' },
    relation: draft.who === 'relative' ? (draft.kin ?? 'other') : 'self',
    ...(isAway ? { hospitalName: draft.hospitalName.trim() } : { hospitalCode: draft.hospital?.code ?? '' }),
    admittedOn: draft.admittedOn,
    dischargedOn: draft.dischargedOn,
    ...(isAway && {
      bill: {
        code: tidy(draft.billCode),
        number: tidy(draft.billNumber),
        issuedOn: draft.billIssuedOn,
        bloodFeeFen: readYuan(draft.bloodFee) ?? 0,
      },
    }),
    files: draft.files.map(({ uploadId, kind }) => ({ uploadId, kind })),
    lookupConsent: draft.lookupConsent,
  };
}

/** Where the problems of an answer stand. */
export const crossPathOf: Readonly<Partial<Record<keyof CrossDraft, string>>> = {
  crossing: 'crossing',
  province: 'province',
  who: 'donor.who',
  kin: 'relation',
  name: 'donor.name',
  docType: 'donor.document.docNumber',
  docNumber: 'donor.document.docNumber',
  hospital: 'hospitalCode',
  hospitalName: 'hospitalName',
  admittedOn: 'admittedOn',
  dischargedOn: 'dischargedOn',
  billCode: 'bill.code',
  billNumber: 'bill.number',
  billIssuedOn: 'bill.issuedOn',
  bloodFee: 'bill.bloodFeeFen',
  lookupConsent: 'lookupConsent',
};

/** '1.2 MB' in words of a person. */
export const saySize = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} 兆` : `${Math.max(1, Math.round(bytes / 1024))} 千字节`;
