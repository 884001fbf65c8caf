import { go, routes } from '@miniapp/platform/routes';
import { useSession } from '@miniapp/platform/session';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { CheckRow } from '@miniapp/ui/field-choice';
import { TextField } from '@miniapp/ui/field-text';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Bound } from '../components/bound';
import { NoNeedToBind } from '../components/no-need-to-bind';
import { useBindByPhone } from '../use-bind-by-phone';

definePageConfig({ navigationBarTitleText: '用手机认证' });

export default function BindPhonePage() {
  const role = useSession()?.role;
  const bind = useBindByPhone();
  if (bind.boundName !== null) return <Bound name={bind.boundName} newDonor />;
  if (role !== 'visitor') return <NoNeedToBind signedIn={role !== undefined} />;
  const { draft, change, problems, secondsToAgain, sent } = bind;
  const errors = problems.atFields;
  return (
    <Page
      title="用手机认证"
      action={
        <Button busy={bind.busy} onPress={() => void bind.submit()}>
          提交认证
        </Button>
      }
    >
      <ErrorSummary problems={problems.summary} text={problems.text} />
      {bind.refusedWay && <OtherWays />}
      <Notice tone="info">为没有献过血的人准备。献过血的请用献血码认证，才看得到以前的记录。</Notice>
      <TextField
        id={fieldId('name')}
        label="姓名"
        hint="和身份证上的一样"
        maxLength={50}
        error={errors.name}
        value={draft.name}
        onChange={name => change({ name }, 'name')}
      />
      <TextField
        id={fieldId('document.docNumber')}
        label="身份证号码"
        hint="只用来核对，加密保存，不会显示给别人"
        kind="idcard"
        maxLength={18}
        error={errors['document.docNumber']}
        value={draft.docNumber}
        onChange={docNumber => change({ docNumber }, 'document.docNumber')}
      />
      <TextField
        id={fieldId('phone')}
        label="手机号"
        hint="本人在用的号码，献血后的重要通知也发到这里"
        kind="tel"
        maxLength={11}
        error={errors.phone}
        value={draft.phone}
        onChange={phone => change({ phone }, 'phone')}
      />
      <Button kind="secondary" busy={bind.sending} disabled={secondsToAgain > 0} onPress={() => void bind.sendCode()}>
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
        error={errors.code}
        value={draft.code}
        onChange={code => change({ code }, 'code')}
      />
      <CheckRow
        id={fieldId('agreed')}
        label="同意向人口库核对我的姓名和身份证号码"
        note="只核对是不是一致，不取其他信息"
        checked={draft.agreed}
        onChange={agreed => change({ agreed }, 'agreed')}
      />
    </Page>
  );
}

const OtherWays = () => (
  <Card flush title="换一种办法">
    <ListRow icon="certificate" title="用献血码认证" onPress={() => void go(routes.bindByNumber())} />
    <ListRow icon="person" title="带证件到血站柜台" onPress={() => void go(routes.accountCode())} />
  </Card>
);
