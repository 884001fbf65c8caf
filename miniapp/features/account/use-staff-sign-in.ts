import { useState } from 'react';
import { signInStaff } from '@contract/identity';
import { routes, startAt } from '@miniapp/platform/routes';
import { startSession } from '@miniapp/platform/session';
import { useCommand } from '@miniapp/platform/use-command';
import { workOf } from './work-of';

export function useStaffSignIn() {
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const command = useCommand(signInStaff);
  const submit = async () => {
    const answer = await command.run({ account, password });
    if (!answer) return;
    // A password stays on the screen no longer than it is needed.
    setPassword('');
    if (!answer.ok) return;
    startSession(answer.value);
    await startAt(workOf(answer.value.role)?.path ?? routes.home());
  };
  return { account, setAccount, password, setPassword, command, submit };
}
