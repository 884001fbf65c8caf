import * as z from 'zod/mini';
import { openAssist, registerAtCounter } from '@contract/assist';
import { type docType, type sex } from '@contract/primitives';
import { type InputDraft } from '@contract/endpoint';

export interface CounterDraft {
  readonly name: string;
  readonly docType: z.output<typeof docType>;
  readonly docNumber: string;
  readonly agreed: boolean;
  readonly sex: z.output<typeof sex> | null;
  readonly birthDate: string;
  readonly phone: string;
  readonly sawDocument: boolean;
}

export const emptyDraft: CounterDraft = {
  name: '',
  docType: 'id_card',
  docNumber: '',
  agreed: false,
  sex: null,
  birthDate: '',
  phone: '',
  sawDocument: false,
};

/** Cards from which sex and birth date are read. */
export const tellsBirth = ({ docType: type }: Pick<CounterDraft, 'docType'>): boolean =>
  type === 'id_card' || type === 'residence_permit';

const who = ({ name, docType: type, docNumber }: CounterDraft) => ({ name, document: { docType: type, docNumber } });

export const openInput = (draft: CounterDraft): InputDraft<typeof openAssist> => ({ ...who(draft), agreed: true });

export const registerInput = (draft: CounterDraft): InputDraft<typeof registerAtCounter> => ({
  ...who(draft),
  sawDocument: true,
  ...(!tellsBirth(draft) && draft.sex !== null && { sex: draft.sex }),
  ...(!tellsBirth(draft) && draft.birthDate !== '' && { birthDate: draft.birthDate }),
  ...(draft.phone !== '' && { phone: draft.phone }),
});

const sentences: Readonly<Record<string, string>> = {
  name: '请填写姓名，与证件上的一样。',
  'document.docNumber': '证件号码不对，请对照证件核对每一位。',
  phone: '手机号码不正确，应为 11 位数字，也可以不填。',
  birthDate: '请按证件填写出生日期。',
};

function wrongIn(schema: z.core.$ZodType, input: unknown): Record<string, string> {
  const result = z.safeParse(schema, input);
  const paths = result.success ? [] : result.error.issues.map(issue => issue.path.join('.'));
  return Object.fromEntries(paths.map(path => [path, sentences[path] ?? '此项填写有误，请核对。']));
}

/** What the contract would refuse before it is sent, and the two things that only the person at the counter knows. */
export function problemsOf(draft: CounterDraft, registering: boolean): Readonly<Record<string, string>> {
  const problems = registering
    ? wrongIn(registerAtCounter.input, registerInput(draft))
    : wrongIn(openAssist.input, openInput(draft));
  if (registering && !tellsBirth(draft)) {
    if (draft.sex === null) problems.sex = '请选择性别，与证件上的一样。';
    if (draft.birthDate === '') problems.birthDate = '请按证件填写出生日期。';
  }
  if (registering && !draft.sawDocument) problems.sawDocument = '请看过证件原件后勾选。';
  if (!draft.agreed) problems.agreed = '请当面问过献血者，同意后勾选。';
  return problems;
}
