import { useState } from 'react';
import { type Output } from '@contract/endpoint';
import { reconcileDay, recordHospitalPayment } from '@contract/payout-checks';
import { readYuan } from '@miniapp/platform/money';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { sayBooks } from './words';

export type Day = Output<typeof reconcileDay>;
export type Difference = Day['differences'][number];

export interface Hospital {
  readonly code: string;
  readonly name: string;
}

/** A hospital and a day, what the three books say of it, and the payment that is entered for it. */
export function useBooks(yesterday: string) {
  const [hospital, setHospital] = useState<Hospital | null>(null);
  const [on, setOn] = useState(yesterday);
  const [day, setDay] = useState<Day | null>(null);
  const [amount, setAmount] = useState('');
  const [reference, setReference] = useState('');
  const comparing = useCommand(reconcileDay);
  const paying = useCommand(recordHospitalPayment);
  const problems = useProblems();

  const compare = async () => {
    if (problems.report({ ...(!hospital && { hospitalCode: '请选择医院。' }) }) || !hospital) return;
    const answer = await comparing.run({ hospitalCode: hospital.code, on });
    if (answer?.ok) setDay(answer.value);
    else if (answer) problems.report({}, sayBooks(answer));
  };
  return {
    ...{ hospital, on, day, problems, amount, reference, compare },
    busy: comparing.busy || paying.busy,
    choose: (next: Hospital | null) => {
      problems.touch('hospitalCode');
      setHospital(next);
      setDay(null);
    },
    setOn: (next: string) => {
      setOn(next || yesterday);
      setDay(null);
    },
    setAmount: (text: string) => {
      problems.touch('amountFen');
      setAmount(text);
    },
    setReference: (text: string) => {
      problems.touch('paymentReference');
      setReference(text);
    },
    pay: async () => {
      const amountFen = readYuan(amount);
      const wrong = problems.report({
        ...(amountFen === null && { amountFen: '金额不正确，例如 880.00。' }),
        ...(reference.trim().length < 4 && { paymentReference: '请填写付款单号，至少 4 位。' }),
      });
      if (wrong || amountFen === null || !hospital) return;
      const paymentReference = reference.trim();
      const answer = await paying.run({ hospitalCode: hospital.code, on, amountFen, paymentReference });
      if (!answer) return;
      if (!answer.ok) return void problems.report({}, sayBooks(answer));
      setAmount('');
      setReference('');
      await compare();
    },
  };
}

export type BooksWork = ReturnType<typeof useBooks>;
