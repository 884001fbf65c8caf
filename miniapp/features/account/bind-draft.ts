import * as z from 'zod/mini';
import { bindIdentity } from '@contract/certificates';
import { docType } from '@contract/primitives';
import { type InputDraft } from '@contract/endpoint';
import { storage } from '@miniapp/platform/storage';

export type DocType = z.output<typeof docType>;

export interface BindDraft {
  readonly name: string;
  readonly docType: DocType;
  readonly docNumber: string;
  readonly donationNumber: string;
}

const storageKey = 'bind-draft';
const kept = z.object({ docType, donationNumber: z.string() });
const empty: BindDraft = { name: '', docType: 'id_card', docNumber: '', donationNumber: '' };

// Name and document number are never written to the phone: they last as long as the app is open.
let open: BindDraft | null = null;

export function readDraft(): BindDraft {
  if (open) return open;
  const stored = z.safeParse(kept, storage.read(storageKey));
  return stored.success ? { ...empty, ...stored.data } : empty;
}

export function keepDraft(draft: BindDraft): void {
  open = draft;
  storage.write(storageKey, { docType: draft.docType, donationNumber: draft.donationNumber });
}

export function dropDraft(): void {
  open = null;
  storage.remove(storageKey);
}

export const inputOf = ({
  name,
  docType: type,
  docNumber,
  donationNumber,
}: BindDraft): InputDraft<typeof bindIdentity> => ({
  name,
  document: { docType: type, docNumber },
  donationNumber,
});

const sentences: Readonly<Record<string, readonly [missing: string, wrong: string]>> = {
  name: ['请填写姓名。', '姓名里有无法识别的字符，请对照证件填写。'],
  'document.docType': ['请选择证件类型。', '请选择证件类型。'],
  'document.docNumber': ['请填写证件号码。', '证件号码不对，请对照证件核对每一位。'],
  donationNumber: ['请填写献血码。', '献血码不对，应为 13 位加最后 1 位校验码，请对照献血证核对。'],
};

/** What the contract would refuse, field by field, before it is sent. */
export function problemsOf(draft: BindDraft): Readonly<Record<string, string>> {
  const filled: Readonly<Record<string, string>> = {
    name: draft.name,
    'document.docType': draft.docType,
    'document.docNumber': draft.docNumber,
    donationNumber: draft.donationNumber,
  };
  const result = z.safeParse(bindIdentity.input, inputOf(draft));
  const wrong = new Set(result.success ? [] : result.error.issues.map(issue => issue.path.join('.')));
  return Object.fromEntries(
    Object.entries(sentences).flatMap(([field, [missing, bad]]) =>
      wrong.has(field) ? [[field, filled[field]?.trim() ? bad : missing]] : [],
    ),
  );
}
