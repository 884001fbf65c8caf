import { useState } from 'react';
import { decideConsent, listConsents } from '@contract/consent';
import { call } from '@miniapp/platform/call';
import { routes, startAt } from '@miniapp/platform/routes';
import { signInWithHost } from '@miniapp/platform/session';
import { say } from './words';

/** Kept as evidence on the server. When it cannot be told now, the consents page still shows it as open. */
async function recordAgreement(): Promise<void> {
  const consents = await call(listConsents, {});
  const terms = consents.ok ? consents.value.items.find(({ purpose }) => purpose === 'service_terms') : undefined;
  if (!terms || terms.granted) return;
  await call(decideConsent, { purpose: terms.purpose, version: terms.version, granted: true });
}

/** Sign-in with what the app around us knows, after the terms were agreed to. */
export function useSignIn() {
  const [agreed, setAgreed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const start = async () => {
    if (busy) return;
    if (!agreed) {
      setProblem('请先阅读并勾选同意服务协议和隐私政策。');
      return;
    }
    setBusy(true);
    setProblem(null);
    const answer = await signInWithHost();
    if (answer.ok) {
      await recordAgreement();
      await startAt(routes.home());
    } else setProblem(say(answer));
    setBusy(false);
  };

  const agree = (on: boolean) => {
    setAgreed(on);
    setProblem(null);
  };
  return { agreed, agree, busy, problem, start };
}
