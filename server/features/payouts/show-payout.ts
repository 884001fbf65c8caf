import type { Output } from '@contract/endpoint';
import type { getPayout as contract } from '@contract/payouts';
import { maskAccount } from '@rules/bank-account';
import { toChinaDate } from '@rules/calendar';
import { getEdition } from '@rules/edition';
import { maskName } from '@rules/identifiers';
import { WaiverClaim, addWorkingDays } from '@server/features/waivers';
import { personOf } from '@server/platform/actor';
import { Refusal, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { type AccountContent, PayoutAccount } from './payout-account.entity';
import { PayoutLine } from './payout-line.entity';

type Payout = Output<typeof contract>;

export const sealAccount = (tx: Tx, content: AccountContent): string =>
  tx.app.crypto.seal('bank', JSON.stringify(content));
export const openAccount = (tx: Tx, sealed: string): AccountContent =>
  JSON.parse(tx.app.crypto.open('bank', sealed)) as AccountContent;

const OWED: readonly WaiverClaim['state'][] = ['approved', 'paying', 'paid'];

/** The approved claim of the person in session; another's is not found. */
export async function getPayable(tx: Tx, claimId: string): Promise<WaiverClaim> {
  const claim = await tx.em.findOneBy(WaiverClaim, { id: claimId });
  if (!claim || claim.claimantId !== personOf(tx.actor)) throw notFound();
  if (claim.via !== 'online' || !OWED.includes(claim.state)) throw new Refusal('NO_PAYOUT', 'conflict');
  return claim;
}

const NEXT: Readonly<Record<Payout['state'], string>> = {
  account_needed: '请填写交款人的银行卡，我们会把款项转过去。',
  account_given: '收款账户已经收到，等待转账。交给银行以前还可以更改。',
  account_wrong: '银行没有转成，款项还在。请更正收款账户，更正后会再转一次。',
  paying: '款项已经交给银行，银行转出后会通知您。',
  paid: '银行已经转出这笔款项，到账时间以您的银行为准。',
};

const LATE = {
  waiting: '比预计的晚了，对不起。账户已经收到，款项会列入下一批转账，不用您做什么。',
  paying: '比预计的晚了，对不起。款项在银行，还没有转出的答复，我们在查，不用您做什么。',
} as const;

function stateOf(claim: WaiverClaim, account: PayoutAccount | null): Payout['state'] {
  if (claim.state === 'paid') return 'paid';
  if (claim.state === 'paying') return 'paying';
  if (!account) return 'account_needed';
  return account.state === 'wrong' ? 'account_wrong' : 'account_given';
}

/** Counted from the day on which there was an account to pay to. */
export const dueOn = ({ givenAt }: Pick<PayoutAccount, 'givenAt'>): string => {
  const on = toChinaDate(givenAt);
  return addWorkingDays(on, getEdition('service', on).rules.waiverPaymentDays.value);
};

export async function showPayout(tx: Tx, claim: WaiverClaim): Promise<Payout> {
  const account = await tx.em.findOneBy(PayoutAccount, { claimId: claim.id });
  const line = await tx.em.findOneBy(PayoutLine, { liveClaimId: claim.id });
  const state = stateOf(claim, account);
  const content = account && openAccount(tx, account.sealed);
  const hasDay = account !== null && (state === 'account_given' || state === 'paying');
  const due = hasDay ? dueOn(account) : null;
  // A day that has passed is promised to nobody.
  const isLate = due !== null && due < tx.today;
  return {
    claimId: claim.id,
    claimNumber: claim.number,
    state,
    amountFen: claim.waivedFen ?? 0,
    nettedFen: line?.nettedFen ?? 0,
    account: content && {
      holder: maskName(content.holderName),
      number: maskAccount(content.accountNumber),
      bankName: content.bankName,
    },
    problem: state === 'account_wrong' ? (account?.problem ?? null) : null,
    next: isLate ? LATE[state === 'paying' ? 'paying' : 'waiting'] : NEXT[state],
    expectedBy: isLate ? null : due,
    paidAt: state === 'paid' ? (line?.settledAt ?? null) : null,
  };
}

export async function findPayout(tx: Tx, claimId: string): Promise<Payout> {
  return showPayout(tx, await getPayable(tx, claimId));
}
