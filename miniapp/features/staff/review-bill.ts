import { readYuan } from '@miniapp/platform/money';

export interface BillLine {
  readonly name: string;
  /** In yuan, as it stands on the bill. */
  readonly amount: string;
}

interface Paper {
  readonly code: string;
  readonly number: string;
  readonly issuedOn: string;
}

/** Field → sentence, in the order of the page; the same paths as the server's. */
export function paperProblems(
  { code, number, issuedOn }: Paper,
  lines: readonly BillLine[],
  today: string,
): Readonly<Record<string, string>> {
  const problems: [string, string | false][] = [
    ['code', !/^[0-9A-Z]{8,20}$/.test(code) && '票据代码是 8 至 20 位数字或大写字母。'],
    ['number', !/^[0-9A-Z]{8,32}$/.test(number) && '票据号码是 8 至 32 位数字或大写字母。'],
    ['issuedOn', (issuedOn === '' || issuedOn > today) && '请选择开票日期，不能晚于今天。'],
    ...lines.flatMap(({ name, amount }, at): [string, string | false][] => [
      [`lines.${at}.name`, name.trim().length < 2 && '请照票据填写项目名称。'],
      [`lines.${at}.amount`, (readYuan(amount) ?? 0) === 0 && '请填写金额，例如 630.00。'],
    ]),
  ];
  return Object.fromEntries(problems.filter((entry): entry is [string, string] => entry[1] !== false));
}

export const linesOf = (lines: readonly BillLine[]): { name: string; amountFen: number }[] =>
  lines.map(({ name, amount }) => ({ name: name.trim(), amountFen: readYuan(amount) ?? 0 }));
