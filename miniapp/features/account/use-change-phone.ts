import { sendBindCode } from '@contract/binding';
import { changePhone } from '@contract/profile';
import { useState } from 'react';
import * as z from 'zod/mini';
import { useHelped } from '@miniapp/platform/helped';
import { useCommand } from '@miniapp/platform/use-command';
import { useNow } from '@miniapp/platform/use-now';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import { say } from './words';

const wrongPhone = '手机号码不正确，应为 11 位数字。';

/** The digits prove the new number; the staff at a counter are told it. */
export function useChangePhone() {
  const atCounter = useHelped() !== null;
  const sending = useCommand(sendBindCode);
  const changing = useCommand(changePhone);
  const problems = useProblems();
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  /** By the clock of this device, from which on another SMS may be asked for. */
  const [againAt, setAgainAt] = useState(0);
  const [done, setDone] = useState<string | null>(null);
  const secondsToAgain = Math.max(0, Math.ceil((againAt - useNow(1)) / 1000));

  const isPhone = () => z.safeParse(sendBindCode.input, { phone: phone.trim() }).success;
  const sendCode = async () => {
    if (problems.report(isPhone() ? {} : { phone: wrongPhone })) return;
    const answer = await sending.run({ phone: phone.trim() });
    if (answer?.ok) setAgainAt(Date.now() + Date.parse(answer.value.againAt) - Date.parse(answer.value.serverTime));
    else if (answer) problems.report(fieldProblems(answer.details), say(answer));
  };
  const submit = async () => {
    const found = {
      ...(!isPhone() && { phone: wrongPhone }),
      ...(!atCounter && !/^\d{6}$/.test(code.trim()) && { code: '请填写短信里的 6 位数字。' }),
    };
    if (problems.report(found)) return;
    const answer = await changing.run({ phone: phone.trim(), ...(!atCounter && { code: code.trim() }) });
    if (answer?.ok) setDone(answer.value.maskedPhone);
    else if (answer) problems.report(fieldProblems(answer.details), say(answer));
  };
  const change = (field: 'phone' | 'code') => (value: string) => {
    (field === 'phone' ? setPhone : setCode)(value);
    problems.touch(field);
  };
  return {
    ...{ atCounter, phone, code, change, sendCode, submit, done, problems, secondsToAgain },
    ...{ sent: againAt > 0, sending: sending.busy, busy: changing.busy },
  };
}
