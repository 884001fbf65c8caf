import type { intakeRow } from '@contract/intake';
import type { Abo, DocType, DonationType, Rhd, Sex } from '@rules/vocabulary';
import type * as z from 'zod/mini';

/** A row of a station's export as text, by the names of the contract. */
export type IntakeText = z.output<typeof intakeRow>;
export type IntakeField = keyof IntakeText;

/** Header names that a file may use besides the English ones, without regard to spaces and case. */
const headers: Readonly<Record<IntakeField, readonly string[]>> = {
  stationCode: ['机构代码', '采供血机构代码', '血站代码'],
  donationNumber: ['献血码', '献血编号', '献血条码'],
  docType: ['证件类型'],
  docNumber: ['证件号码', '证件号'],
  name: ['姓名'],
  sex: ['性别'],
  birthDate: ['出生日期'],
  abo: ['ABO', 'ABO血型'],
  rhd: ['RhD', 'RhD血型'],
  donationType: ['献血类型', '献血种类'],
  volumeMl: ['献血量', '献血量(ml)', '全血毫升'],
  unitsTenths: ['治疗单位', '血小板治疗单位'],
  donatedAt: ['献血时间', '采血时间'],
  siteCode: ['献血点代码', '采血点代码'],
};

export const intakeFields = Object.keys(headers) as IntakeField[];

export function trimIntakeText(raw: IntakeText): IntakeText {
  const text = { ...raw };
  for (const field of intakeFields) text[field] = text[field].trim();
  return text;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s_]/g, '').toLowerCase();

const fieldByHeader = new Map(
  intakeFields.flatMap(field => [field, ...headers[field]].map(name => [plain(name), field] as const)),
);

/** The field that a column heading names, if any. */
export const fieldOfHeader = (heading: string): IntakeField | undefined => fieldByHeader.get(plain(heading));

const words = <Value extends string>(
  spellings: Readonly<Record<Value, readonly string[]>>,
): ReadonlyMap<string, Value> =>
  new Map(
    (Object.keys(spellings) as Value[]).flatMap(value => [value, ...spellings[value]].map(word => [word, value])),
  );

export const docTypeWords = words<DocType>({
  id_card: ['居民身份证', '身份证'],
  residence_permit: ['港澳台居民居住证'],
  permanent_resident: ['外国人永久居留身份证'],
  hk_macau_permit: ['港澳居民来往内地通行证'],
  taiwan_permit: ['台湾居民来往大陆通行证'],
  passport: ['护照'],
  officer_card: ['军官证', '警官证'],
});
/** 1 and 2 as in GB/T 2261.1. */
export const sexWords = words<Sex>({ male: ['男', '1'], female: ['女', '2'] });
export const aboWords = words<Abo>({ A: ['A型'], B: ['B型'], O: ['O型'], AB: ['AB型'] });
export const rhdWords = words<Rhd>({ positive: ['阳性', '+'], negative: ['阴性', '-'] });
export const donationTypeWords = words<DonationType>({
  whole_blood: ['全血'],
  platelets: ['血小板', '单采血小板', '机采血小板'],
  stem_cells: ['造血干细胞'],
});
