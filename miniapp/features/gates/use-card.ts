import { useState } from 'react';
import { type Output } from '@contract/endpoint';
import { issuePrivilegeCard, revokePrivilegeCard } from '@contract/privileges';
import { findPrivilegeCard, printPrivilegeCard } from '@contract/privilege-cards';
import { type Answer } from '@miniapp/platform/answer';
import { openBytes } from '@miniapp/platform/open-file';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { fieldProblems } from '@miniapp/platform/words';
import { sayCard } from './card-words';

type Found = Output<typeof findPrivilegeCard>;
type Issued = Output<typeof issuePrivilegeCard>;

/** Find the donor, give out a card or end it, print it. The code of a card is here once, after its issue. */
export function useCard() {
  const [find, issue] = [useCommand(findPrivilegeCard), useCommand(issuePrivilegeCard)];
  const [revoke, print] = [useCommand(revokePrivilegeCard), useCommand(printPrivilegeCard)];
  const { summary, text, atFields, report, touch } = useProblems();
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [issued, setIssued] = useState<Issued | null>(null);
  const [reason, setReason] = useState('');
  const [ended, setEnded] = useState(false);
  const certificateNumber = number.trim();

  const tell = (answer: Answer<unknown, string>): void => {
    if (answer.ok) return;
    const fields = fieldProblems(answer.details);
    report(fields, Object.keys(fields).length > 0 ? undefined : sayCard(answer));
  };
  const look = async () => {
    if (report({ ...(certificateNumber.length < 4 && { certificateNumber: '请填写献血者的证书编号。' }) })) return;
    const answer = await find.run({ certificateNumber });
    if (answer?.ok) setFound(answer.value);
    else if (answer) tell(answer);
  };
  const giveOut = async () => {
    report({});
    const answer = await issue.run({ certificateNumber });
    if (answer?.ok) setIssued(answer.value);
    else if (answer) tell(answer);
  };
  const end = async () => {
    if (report({ ...(reason.trim().length < 4 && { reason: '请写明原因，至少 4 个字。' }) })) return;
    const answer = await revoke.run({ certificateNumber, reason: reason.trim() });
    if (answer?.ok) setEnded(true);
    else if (answer) tell(answer);
  };
  const draw = async () => {
    if (!issued) return;
    report({});
    const answer = await print.run({ code: issued.text });
    if (answer?.ok) await openBytes(answer.value.pdf, answer.value.fileName);
    else if (answer) tell(answer);
  };
  const again = () => {
    setNumber('');
    setFound(null);
    setIssued(null);
    setReason('');
    setEnded(false);
    report({});
  };
  return {
    ...{ number, found, issued, ended, reason, look, giveOut, end, draw, again, summary, text, atFields },
    busy: find.busy || issue.busy || revoke.busy || print.busy,
    write: (next: string) => {
      touch('certificateNumber');
      setNumber(next);
    },
    writeReason: (next: string) => {
      touch('reason');
      setReason(next);
    },
  };
}

export type CardWork = ReturnType<typeof useCard>;
