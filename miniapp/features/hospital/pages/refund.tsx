import { View } from '@tarojs/components';
import { listSettlements } from '@contract/waivers';
import { today } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { goBack } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Column, Columns } from '@miniapp/ui/columns';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { LineFields } from '../components/line-fields';
import { useRefund } from '../use-refund';
import { say } from '../words';
import '../components/bill-fields.scss';

definePageConfig({ navigationBarTitleText: '登记部分退费' });

export default function RefundPage() {
  useWide();
  // Says at once whether this is a discharge desk, before somebody fills in the form.
  const desk = useQuery(listSettlements, { on: today() });
  const work = useRefund(today());
  const { draft, problems, change, told } = work;
  if (told)
    return (
      <Page title="登记部分退费" action={<Button onPress={() => void goBack()}>回到出院直接减免</Button>}>
        <Outcome
          tone="done"
          title={`已登记退费，其中用血费用 ${sayYuan(told.bloodFen)} 元`}
          text={
            told.givenBackFen > 0
              ? `收回减免 ${sayYuan(told.givenBackFen)} 元，记在今天的账里，退费单号就是这一笔的单号。这张票据仍减免 ${sayYuan(told.waivedFen)} 元。`
              : `没有要收回的减免。这张票据减免 ${sayYuan(told.waivedFen)} 元。`
          }
        />
        {told.unclear && <Notice tone="look">有项目不能确定是否属于用血费用，没有计入，血站的工作人员会核对。</Notice>}
      </Page>
    );
  return (
    <Page
      title="登记部分退费"
      action={
        desk.kind === 'ready' && (
          <Button busy={work.busy} onPress={() => void work.send()}>
            登记退费
          </Button>
        )
      }
    >
      <ErrorSummary problems={work.summary} text={work.text} />
      <Loaded query={desk} say={say}>
        {() => (
          <Columns>
            <Column>
              <Card title="退的是哪张票据">
                <View className="bill-pair">
                  <TextField
                    id={fieldId('billCode')}
                    label="票据代码"
                    value={draft.billCode}
                    maxLength={20}
                    error={problems.billCode}
                    onChange={text => change({ billCode: text.toUpperCase() })}
                  />
                  <TextField
                    id={fieldId('billNumber')}
                    label="票据号码"
                    value={draft.billNumber}
                    maxLength={32}
                    error={problems.billNumber}
                    onChange={text => change({ billNumber: text.toUpperCase() })}
                  />
                </View>
                <TextField
                  id={fieldId('refundNumber')}
                  label="退费单号"
                  hint="或红字票据号码，同一个号只算一次"
                  value={draft.refundNumber}
                  maxLength={40}
                  error={problems.refundNumber}
                  onChange={refundNumber => change({ refundNumber })}
                />
                <DateField
                  id={fieldId('refundedOn')}
                  label="退费日期"
                  value={draft.refundedOn}
                  to={today()}
                  onChange={refundedOn => change({ refundedOn: refundedOn || today() })}
                />
              </Card>
            </Column>
            <Column>
              <LineFields
                work={work}
                note="只填退掉的项目和退的金额。先抵患者自付的部分，超出的收回减免，献血额度随之恢复。"
              />
            </Column>
          </Columns>
        )}
      </Loaded>
    </Page>
  );
}
