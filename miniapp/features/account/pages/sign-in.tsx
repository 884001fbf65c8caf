import { Page } from '@miniapp/ui/page';
import { BrowserWays } from '../components/browser-ways';
import { HostSignIn } from '../components/host-sign-in';
import { hostSignInLabel } from '../sign-in-way';

definePageConfig({ navigationBarTitleText: '登录' });

export default function SignInPage() {
  if (hostSignInLabel) return <HostSignIn label={hostSignInLabel} />;
  return (
    <Page title="登录">
      <BrowserWays />
    </Page>
  );
}
