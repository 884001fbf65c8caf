import { bankOfCard } from '@rules/bank-of-card';
import { checkBankAccount, plainAccount } from '@rules/bank-account';

export interface AccountDraft {
  readonly holderName: string;
  readonly accountNumber: string;
  /** Null while nobody has typed one: then that of the first digits stands there. */
  readonly bankName: string | null;
  readonly consent: boolean;
}

export const emptyAccount: AccountDraft = { holderName: '', accountNumber: '', bankName: null, consent: false };

type Problems = Readonly<Record<string, string>>;

const numberProblems = {
  not_digits: '卡号只有数字，请去掉其他字符。',
  wrong_length: '借记卡号一般是 16 至 19 位，请对着卡再数一遍。',
  check_digit: '卡号有一位不对，请对着卡逐位核对。',
} as const;

/** The longest number that a card has: what is longer is wrong while it is typed. */
const longest = 19;
const shortest = 16;

/** The same rule as the server's. While it is typed, only what no further digit mends is said. */
export function numberProblem(typed: string, finished: boolean): string | undefined {
  const digits = plainAccount(typed);
  if (digits === '') return finished ? '请填写银行卡号。' : undefined;
  const problem = checkBankAccount(digits);
  if (!problem) return undefined;
  if (finished || problem === 'not_digits' || digits.length > longest) return numberProblems[problem];
  // Of a number that may go on, nothing can be said before its end.
  return digits.length === longest ? numberProblems[problem] : undefined;
}

/** What stands below the field while it is typed: the number in groups of four, and whether it can be one. */
export function sayNumber(typed: string): string | undefined {
  const digits = plainAccount(typed);
  if (!/^\d+$/.test(digits) || digits.length < 4) return undefined;
  const shown = digits.replace(/(\d{4})(?=\d)/g, '$1 ');
  if (!checkBankAccount(digits)) return `${shown}（${digits.length} 位，号码格式正确）`;
  return `${shown}（已填 ${digits.length} 位${digits.length < shortest ? '，还没填完' : ''}）`;
}

export const bankNameOf = ({ bankName, accountNumber }: AccountDraft): string =>
  bankName ?? bankOfCard(plainAccount(accountNumber)) ?? '';

const isName = (text: string): boolean => /^[\p{L}\p{N}（）()·•.\s]+$/u.test(text);

/** Field → sentence, in the order of the page; the same paths as the server's. */
export function accountProblems(draft: AccountDraft, asksConsent: boolean): Problems {
  const holder = draft.holderName.trim();
  const bank = bankNameOf(draft).trim();
  const number = numberProblem(draft.accountNumber, true);
  return {
    ...(holder === '' && { holderName: '请填写收款人的姓名。' }),
    ...(holder !== '' && !isName(holder) && { holderName: '姓名里有不能用的符号，请照着身份证填写。' }),
    ...(number && { accountNumber: number }),
    ...(bank.length < 4 && { bankName: '请填写开户银行的全称，例如“中国农业银行”。' }),
    ...(bank.length >= 4 && !isName(bank) && { bankName: '银行名称里有不能用的符号。' }),
    ...(asksConsent && !draft.consent && { consent: '需要您同意，才能保存收款账户。' }),
  };
}
