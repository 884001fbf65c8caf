import { View } from '@tarojs/components';
import { sayDate, today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { type DeferForm } from '../use-defer-form';

const forceWords = {
  mandatory: '必须遵守',
  recommended: '推荐',
  local: '地方规定',
  'programme-policy': '本站规定',
} as const;

/** The rule, from when it counts, and the first day on which the donor may come again. */
export function ChosenRule({ form }: { readonly form: DeferForm }) {
  const { rule, chooseRule, since, chooseSince, until, setUntil, reason, setReason, tooShort, mayShorten } = form;
  const { problems } = form;
  if (!rule) return null;
  return (
    <>
      <Card title="原因">
        <View className="t-strong">{rule.title}</View>
        <View className="t-note t-quiet">
          {`${rule.id} · ${rule.source} · ${forceWords[rule.force]}${rule.confirmed ? '' : '（尚待核实）'}`}
        </View>
        {rule.concealed && <Notice tone="look">这一条不会在手机上显示给献血者，请当面、单独说明。</Notice>}
        <Button kind="secondary" onPress={() => chooseRule('')}>
          换一个原因
        </Button>
      </Card>
      {rule.permanent ? (
        <Notice tone="stop" title="按这一条不能再献血">
          请医生确认后再登记。
        </Notice>
      ) : (
        <>
          {rule.kind === 'question' && (
            <DateField
              id={fieldId('since')}
              label="从哪一天算起"
              hint="如痊愈、拔牙、打疫苗的那天；不清楚就选今天。"
              to={today()}
              value={since}
              onChange={chooseSince}
            />
          )}
          <DateField
            id={fieldId('until')}
            label="哪一天起可以再来"
            hint="按规定算好，可以改晚。选今天表示换一天就行。"
            from={today()}
            error={problems.until}
            value={until}
            onChange={setUntil}
          />
          {until !== '' && <Notice tone="info" title={`${sayDate(until)}起可以再来献血`} />}
          {tooShort && mayShorten && (
            <TextField
              id={fieldId('overrideReason')}
              label="医生缩短时间的理由"
              hint="比规定的短，只有医生可以，理由会留在记录里。"
              error={problems.overrideReason}
              multiline
              maxLength={200}
              value={reason}
              onChange={setReason}
            />
          )}
        </>
      )}
    </>
  );
}
