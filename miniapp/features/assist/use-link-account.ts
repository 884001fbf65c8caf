import { linkAccount } from '@contract/binding';
import { registerAtCounter } from '@contract/assist';
import { type InputDraft, type Output } from '@contract/endpoint';
import { useState } from 'react';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import { type CounterDraft, emptyDraft, problemsOf, registerInput } from './helper-form';
import { say } from './words';

/** Nobody stands in the way of an empty form: what is missing is told when it is sent. */
export function useLinkAccount() {
  const linking = useCommand(linkAccount);
  const registering = useCommand(registerAtCounter);
  const { report, touch, ...problems } = useProblems();
  const [code, setCode] = useState('');
  const [draft, setDraft] = useState<CounterDraft>({ ...emptyDraft, agreed: true });
  const [isNew, setIsNew] = useState(false);
  const [done, setDone] = useState<Output<typeof linkAccount> | null>(null);

  const change = (part: Partial<CounterDraft>) => {
    setDraft(before => ({ ...before, ...part }));
    touch(...Object.keys(part), 'document.docNumber');
  };
  const changeCode = (text: string) => {
    setCode(text);
    touch('code');
  };
  const submit = async () => {
    const digits = code.replace(/\s/g, '');
    const found = {
      ...(!/^\d{8}$/.test(digits) && { code: '请填写献血者手机上的 8 位账号码。' }),
      ...problemsOf(draft, isNew),
      ...(!draft.sawDocument && { sawDocument: '请看过证件原件后勾选。' }),
    };
    if (report(found)) return;
    if (isNew) {
      const registered = await registering.run(registerInput(draft));
      if (!registered?.ok) return void (registered && report(fieldProblems(registered.details), say(registered)));
      setIsNew(false);
    }
    const input: InputDraft<typeof linkAccount> = {
      ...{ code: digits, name: draft.name, sawDocument: true },
      document: { docType: draft.docType, docNumber: draft.docNumber },
    };
    const answer = await linking.run(input);
    if (!answer) return;
    if (!answer.ok) return void report(fieldProblems(answer.details), say(answer));
    // Nothing of the donor stays in the form for the next one.
    setCode('');
    setDraft({ ...emptyDraft, agreed: true });
    setDone(answer.value);
  };
  return {
    ...{ code, changeCode, draft, change, submit, done, problems, isNew },
    again: () => setDone(null),
    toRegister: linking.refusal?.code === 'PERSON_NOT_MATCHED' && !isNew ? () => setIsNew(true) : null,
    busy: linking.busy || registering.busy,
  };
}
