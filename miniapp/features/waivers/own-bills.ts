import { type Claim } from './claim-states';

export type Bill = Claim['bills'][number] & { readonly hospitalName: string };

/** Each bill once, newest first: several donors' claims can share one. */
export function ofBlood(claims: readonly Claim[]): readonly Bill[] {
  const bills = claims.flatMap(({ bills: found, hospitalName }) => found.map(bill => ({ ...bill, hospitalName })));
  return bills
    .filter(({ code, number }, at) => bills.findIndex(bill => bill.code === code && bill.number === number) === at)
    .sort((a, b) => b.issuedOn.localeCompare(a.issuedOn));
}

export const billStates: Readonly<Record<Exclude<Bill['status'], 'normal'>, string>> = {
  partly_refunded: '这张票据有一部分退了费。',
  exchanged_paper: '这张票据换开了纸质票据。',
  reversed: '这张票据已经冲红作废。',
};
