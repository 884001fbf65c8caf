/** Lengths that cards with these first digits have; UnionPay debit cards have 16 to 19 digits. */
const LENGTHS: readonly { first: RegExp; from: number; to: number }[] = [
  { first: /^62/, from: 16, to: 19 },
  { first: /^[45]/, from: 16, to: 16 },
  { first: /^[6-9]/, from: 16, to: 19 },
];

/** Check digit of ISO/IEC 7812-1 annex B. */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

export const plainAccount = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '');

/** Why a number cannot be that of a bank card; undefined when it can. Catches slips, proves nothing. */
export function checkBankAccount(account: string): 'not_digits' | 'wrong_length' | 'check_digit' | undefined {
  if (!/^\d+$/.test(account)) return 'not_digits';
  const known = LENGTHS.find(({ first }) => first.test(account));
  if (!known || account.length < known.from || account.length > known.to) return 'wrong_length';
  return isLuhn(account) ? undefined : 'check_digit';
}

/** Only the last four digits, as a statement shows them. */
export const maskAccount = (tail: string): string => `**** ${tail.slice(-4)}`;
