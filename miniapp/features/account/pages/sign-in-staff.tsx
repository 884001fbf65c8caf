import { fieldProblems } from '@miniapp/platform/words';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { TextField } from '@miniapp/ui/field-text';
import { Page } from '@miniapp/ui/page';
import { useStaffSignIn } from '../use-staff-sign-in';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '工作人员登录' });

export default function SignInStaffPage() {
  const { account, setAccount, password, setPassword, command, submit } = useStaffSignIn();
  const { refusal, busy } = command;
  const problems = refusal ? fieldProblems(refusal.details) : {};
  return (
    <Page
      title="工作人员登录"
      action={
        <Button busy={busy} onPress={() => void submit()}>
          登录
        </Button>
      }
    >
      {refusal && <ErrorSummary problems={problems} text={say(refusal)} />}
      <TextField
        id={fieldId('account')}
        label="工作账号"
        hint="由所在单位的管理员发放"
        error={problems.account}
        value={account}
        onChange={setAccount}
        maxLength={40}
      />
      <TextField
        id={fieldId('password')}
        label="密码"
        error={problems.password}
        kind="password"
        value={password}
        onChange={setPassword}
        maxLength={200}
      />
    </Page>
  );
}
