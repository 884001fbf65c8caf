import { useState } from 'react';
import { enterBill, openReview } from '@contract/waiver-review';
import { today } from '@miniapp/platform/chinese-date';
import { readYuan, sayYuan } from '@miniapp/platform/money';
import { goBack, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { fieldProblems } from '@miniapp/platform/words';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { CheckRow } from '@miniapp/ui/field-choice';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { type BillLine, linesOf, paperProblems } from '../review-bill';
import { say } from '../review-words';

definePageConfig({ navigationBarTitleText: '票据明细' });

const emptyLine: BillLine = { name: '', amount: '' };

/** A bill before the reviewer, or the lines of a registered one that the table leaves open. */
export default function ReviewBillPage() {
  useWide();
  const claimId = useParam('claimId');
  const [code, number] = [useParam('code'), useParam('number')];
  const file = useQuery(openReview, { claimId });
  const known =
    file.kind === 'ready'
      ? file.value.claim.bills.find(bill => bill.code === code && bill.number === number)
      : undefined;
  const [paper, setPaper] = useState({ code: '', number: '', issuedOn: '' });
  const [lines, setLines] = useState<readonly BillLine[]>([emptyLine]);
  const [left, setLeft] = useState<readonly number[]>([]);
  const { summary, text, atFields, report, touch } = useProblems();
  const { run, busy } = useCommand(enterBill);

  const send = async () => {
    const chosen = known ? known.lines.filter((_line, at) => !left.includes(at)) : [];
    const problems = known ? {} : paperProblems(paper, lines, today());
    const sentence = known && chosen.length === 0 ? '至少要有一行用血费用。' : undefined;
    if (report(problems, sentence)) return;
    const given = known
      ? { code, number, issuedOn: known.issuedOn, lines: chosen.map(({ name, amountFen }) => ({ name, amountFen })) }
      : { ...paper, lines: linesOf(lines) };
    const answer = await run({ claimId, ...given });
    if (answer?.ok) void goBack();
    else if (answer)
      report(
        fieldProblems(answer.details),
        answer.code === 'INVALID_INPUT' ? '有的项目不是用血费用，不能录入。' : say(answer),
      );
  };
  const change = (at: number, part: Partial<BillLine>) => {
    setLines(lines.map((line, one) => (one === at ? { ...line, ...part } : line)));
    touch(`lines.${at}.name`, `lines.${at}.amount`);
  };

  return (
    <Page
      title={known ? '核定费用项目' : '录入票据'}
      action={
        <Button busy={busy} onPress={() => void send()}>
          保存
        </Button>
      }
    >
      <ErrorSummary problems={summary} text={text} />
      <Loaded query={file} say={say}>
        {() =>
          known ? (
            <Card title="哪些是用血费用">
              {known.lines.map(({ name, amountFen }, at) => (
                <CheckRow
                  key={`${at}${name}`}
                  id={`line-${at}`}
                  label={`${name}，${sayYuan(amountFen)} 元`}
                  checked={!left.includes(at)}
                  onChange={on => setLeft(on ? left.filter(one => one !== at) : [...left, at])}
                />
              ))}
            </Card>
          ) : (
            <>
              <Card title="票据">
                <TextField
                  id={fieldId('code')}
                  label="票据代码"
                  maxLength={20}
                  value={paper.code}
                  error={atFields.code}
                  onChange={value => setPaper({ ...paper, code: value })}
                />
                <TextField
                  id={fieldId('number')}
                  label="票据号码"
                  maxLength={32}
                  value={paper.number}
                  error={atFields.number}
                  onChange={value => setPaper({ ...paper, number: value })}
                />
                <DateField
                  id={fieldId('issuedOn')}
                  label="开票日期"
                  to={today()}
                  value={paper.issuedOn}
                  error={atFields.issuedOn}
                  onChange={value => setPaper({ ...paper, issuedOn: value })}
                />
              </Card>
              <Card title="用血费用的项目" aside={`${lines.length} 行`}>
                {lines.map(({ name, amount }, at) => (
                  <Card key={`line-${at + 1}`}>
                    <TextField
                      id={fieldId(`lines.${at}.name`)}
                      label={`第 ${at + 1} 行项目名称`}
                      maxLength={80}
                      value={name}
                      error={atFields[`lines.${at}.name`]}
                      onChange={value => change(at, { name: value })}
                    />
                    <TextField
                      id={fieldId(`lines.${at}.amount`)}
                      label={`第 ${at + 1} 行金额（元）`}
                      maxLength={16}
                      value={amount}
                      error={atFields[`lines.${at}.amount`]}
                      onChange={value => change(at, { amount: value })}
                    />
                  </Card>
                ))}
                <Button kind="quiet" onPress={() => setLines([...lines, emptyLine])}>
                  再加一行
                </Button>
                {lines.every(({ amount }) => readYuan(amount) !== null) &&
                  `合计 ${sayYuan(linesOf(lines).reduce((fen, { amountFen }) => fen + amountFen, 0))} 元`}
              </Card>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
