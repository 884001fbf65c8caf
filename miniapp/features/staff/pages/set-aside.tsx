import { View } from '@tarojs/components';
import { addDays, addYears } from '@rules/calendar';
import { documentChoices } from '@miniapp/features/waivers/document-choices';
import { sayDate, today } from '@miniapp/platform/chinese-date';
import { useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { DateField, SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { CodeField } from '../components/code-field';
import { sayAside, useSetAside } from '../use-set-aside';

definePageConfig({ navigationBarTitleText: '医生放行' });

/** For the physician of the station; the rule itself says whether anybody may set it aside. */
export default function SetAsidePage() {
  const aside = useSetAside(useParam('type') === 'platelets' ? 'platelets' : 'whole_blood');
  const { document, setDocument, donor, ruleId, setRuleId, problems, refusal, busy, assess, setAside } = aside;
  const action =
    ruleId === null ? (
      <Button busy={busy} disabled={document.docNumber.trim() === ''} onPress={() => void assess()}>
        查看有哪些规定挡着
      </Button>
    ) : (
      <Button busy={busy} onPress={() => void setAside()}>
        我是医生，放行这一条
      </Button>
    );
  return (
    <Page title="医生放行" action={action}>
      {refusal && (
        <Notice tone="look" title="没有办成" announce>
          {sayAside(refusal)}
        </Notice>
      )}
      <SelectField
        id={fieldId('document.docType')}
        label="证件类型"
        choices={documentChoices}
        value={document.docType}
        onChange={docType => setDocument(before => ({ ...before, docType }))}
      />
      <CodeField
        name="document.docNumber"
        label="证件号码"
        hint="对照证件原件，确认放行的是这位献血者。"
        value={document.docNumber}
        onChange={docNumber => setDocument(before => ({ ...before, docNumber }))}
        onEnter={() => void assess()}
      />
      {donor && (
        <Card title={donor.maskedName}>
          {donor.reasons.length === 0 && <View>今天没有规定挡着。</View>}
          {donor.reasons.map(reason => (
            <Notice
              key={`${reason.ruleId} ${reason.text}`}
              tone={reason.effect === 'note' ? 'info' : 'look'}
              title={reason.text}
            >
              <View className="t-note t-quiet">{`${reason.ruleId} · ${reason.source}`}</View>
              {reason.mayOverride ? (
                <Button kind="secondary" onPress={() => setRuleId(reason.ruleId)}>
                  {ruleId === reason.ruleId ? '已选这一条，请写理由' : '放行这一条'}
                </Button>
              ) : (
                reason.effect !== 'note' && <View className="t-note t-quiet">这一条不能放行。</View>
              )}
            </Notice>
          ))}
          {donor.overrides.map(({ id, title, reason, until }) => (
            <Notice key={id} tone="done" title={`已放行：${title}`}>
              {`${reason}，到 ${sayDate(until)}为止`}
            </Notice>
          ))}
        </Card>
      )}
      {ruleId !== null && (
        <>
          <TextField
            id={fieldId('reason')}
            label="理由"
            hint="会留在记录里，至少 5 个字。"
            error={problems.reason}
            multiline
            maxLength={500}
            value={aside.reason}
            onChange={aside.setReason}
          />
          <DateField
            id={fieldId('until')}
            label="放行到哪一天为止"
            hint="这一天起规定重新生效，最长一年。"
            from={addDays(today(), 1)}
            to={addYears(today(), 1)}
            error={problems.until}
            value={aside.until}
            onChange={aside.setUntil}
          />
        </>
      )}
    </Page>
  );
}
