import { bindByRegister, sendBindCode } from '@contract/binding';
import { type InputDraft } from '@contract/endpoint';
import { useState } from 'react';
import * as z from 'zod/mini';
import { startSession, useSession } from '@miniapp/platform/session';
import { useCommand } from '@miniapp/platform/use-command';
import { useNow } from '@miniapp/platform/use-now';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import { say } from './words';

interface PhoneDraft {
  readonly name: string;
  readonly docNumber: string;
  readonly phone: string;
  readonly code: string;
  readonly agreed: boolean;
}

const empty: PhoneDraft = { name: '', docNumber: '', phone: '', code: '', agreed: false };

const sentences: Readonly<Record<string, string>> = {
  name: '请填写姓名，与身份证上的一样。',
  'document.docNumber': '身份证号码不对，请对照证件核对每一位。',
  phone: '手机号码不正确，应为 11 位数字。',
  code: '请填写短信里的 6 位数字。',
  agreed: '请同意核对身份，再提交。',
};

const inputOf = ({ name, docNumber, phone, code }: PhoneDraft): InputDraft<typeof bindByRegister> => ({
  ...{ name: name.trim(), phone: phone.trim(), code: code.trim(), agreed: true },
  document: { docType: 'id_card', docNumber: docNumber.trim() },
});

function wrongIn(schema: z.core.$ZodType, input: unknown): Record<string, string> {
  const read = z.safeParse(schema, input);
  const paths = read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
  // A number of another kind of document is told at the number: the kind is not asked for.
  return Object.fromEntries(
    paths
      .map(path => (path.startsWith('document') ? 'document.docNumber' : path))
      .map(path => [path, sentences[path] ?? '此项填写有误，请核对。']),
  );
}

/** Somebody who never gave blood: the population register knows the name, an SMS proves the phone. */
export function useBindByPhone() {
  const session = useSession();
  const sending = useCommand(sendBindCode);
  const binding = useCommand(bindByRegister);
  const problems = useProblems();
  const [draft, setDraft] = useState(empty);
  /** By the clock of this device, from which on another SMS may be asked for. */
  const [againAt, setAgainAt] = useState(0);
  const [boundName, setBoundName] = useState<string | null>(null);
  const secondsToAgain = Math.max(0, Math.ceil((againAt - useNow(1)) / 1000));

  const change = (part: Partial<PhoneDraft>, field: string) => {
    setDraft(before => ({ ...before, ...part }));
    problems.touch(field);
  };
  const sendCode = async () => {
    if (problems.report(wrongIn(sendBindCode.input, { phone: draft.phone.trim() }))) return;
    const answer = await sending.run({ phone: draft.phone.trim() });
    if (answer?.ok) setAgainAt(Date.now() + Date.parse(answer.value.againAt) - Date.parse(answer.value.serverTime));
    else if (answer) problems.report(fieldProblems(answer.details), say(answer));
  };
  const submit = async () => {
    const found = wrongIn(bindByRegister.input, inputOf(draft));
    if (problems.report({ ...found, ...(!draft.agreed && { agreed: sentences.agreed ?? '' }) })) return;
    const answer = await binding.run(inputOf(draft));
    if (!answer) return;
    if (!answer.ok) return void problems.report(fieldProblems(answer.details), say(answer));
    setBoundName(answer.value.person?.maskedName ?? '');
    // The session goes on with the same tokens; the server reads the new role from its row.
    if (session) startSession({ ...session, role: answer.value.role });
  };
  return {
    ...{ draft, change, sendCode, submit, boundName, problems, secondsToAgain },
    sent: againAt > 0,
    refusedWay: binding.refusal?.code === 'NOT_BOUND_THIS_WAY',
    ...{ sending: sending.busy, busy: binding.busy },
  };
}
