import { goBack } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { useChangePhone } from '../use-change-phone';

definePageConfig({ navigationBarTitleText: '更换手机号' });

export default function PhonePage() {
  const form = useChangePhone();
  const { atCounter, phone, code, change, problems, secondsToAgain, sent, done } = form;
  if (done)
    return (
      <Page title="更换手机号" action={<Button onPress={() => void goBack()}>完成</Button>}>
        <Outcome tone="done" title="手机号已更换" text={`以后的短信发到 ${done}。`} />
      </Page>
    );
  return (
    <Page
      title="更换手机号"
      action={
        <Button busy={form.busy} onPress={() => void form.submit()}>
          更换手机号
        </Button>
      }
    >
      <ErrorSummary problems={problems.summary} text={problems.text} />
      <TextField
        id={fieldId('phone')}
        label="新的手机号"
        hint={atCounter ? '照献血者当面说的填' : '本人在用的号码，献血后的重要通知也发到这里'}
        kind="tel"
        maxLength={11}
        error={problems.atFields.phone}
        value={phone}
        onChange={change('phone')}
      />
      {!atCounter && (
        <>
          <Button
            kind="secondary"
            busy={form.sending}
            disabled={secondsToAgain > 0}
            onPress={() => void form.sendCode()}
          >
            {secondsToAgain > 0 ? `${secondsToAgain} 秒后可以再要` : sent ? '再发一次短信' : '发短信验证码'}
          </Button>
          {sent && (
            <Notice tone="done" announce>
              短信已经发出，请看手机里的 6 位数字。
            </Notice>
          )}
          <TextField
            id={fieldId('code')}
            label="短信验证码"
            kind="number"
            maxLength={6}
            error={problems.atFields.code}
            value={code}
            onChange={change('code')}
          />
        </>
      )}
    </Page>
  );
}
