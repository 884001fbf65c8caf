import { useState } from 'react';
import { issuePersonaCode, type listPersonas, signIn, signInStaff } from '@contract/identity';
import { type Output } from '@contract/endpoint';
import { call } from '@miniapp/platform/call';
import { startAt } from '@miniapp/platform/routes';
import { forgetSession, startSession } from '@miniapp/platform/session';
import { say } from '@miniapp/features/account/words';
import { workOf } from '@miniapp/features/account/work-of';

export type Persona = Output<typeof listPersonas>['items'][number];
type Issued = Output<typeof issuePersonaCode>;

/** From here on a persona is like anybody: the ordinary sign-in with an ordinary code. */
function signInWith(issued: Issued) {
  switch (issued.via) {
    case 'host':
      return call(signIn, { host: issued.host, code: issued.code });
    case 'zheliban':
      return call(signIn, { host: 'zheliban', ticket: issued.ticket, kind: issued.kind });
    case 'staff':
      return call(signInStaff, { account: issued.account, password: issued.password });
  }
}

export function usePersona() {
  const [busyId, setBusyId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const become = async ({ id, role, startPage }: Persona) => {
    if (busyId !== null) return;
    setBusyId(id);
    setProblem(null);
    // The one before has gone: their token must not go along.
    forgetSession();
    const issued = await call(issuePersonaCode, { personaId: id });
    const answer = issued.ok ? await signInWith(issued.value) : issued;
    setBusyId(null);
    if (!answer.ok) {
      setProblem(say(answer));
      return;
    }
    startSession(answer.value);
    await startAt(workOf(role)?.path ?? `/${startPage}`);
  };

  return { busyId, problem, become };
}
