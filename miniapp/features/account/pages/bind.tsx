import { go, goBack, routes } from '@miniapp/platform/routes';
import { useSession } from '@miniapp/platform/session';
import { host } from '@miniapp/platform/host';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Heading } from '@miniapp/ui/heading';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { NoNeedToBind } from '../components/no-need-to-bind';
import { helpPhone } from '../words';

definePageConfig({ navigationBarTitleText: '实名认证' });

/** The way that fits: somebody who gave blood has a number, somebody who never did has a phone, everybody has a document. */
export default function BindPage() {
  const role = useSession()?.role;
  if (role !== 'visitor') return <NoNeedToBind signedIn={role !== undefined} />;
  return (
    <Page
      title="实名认证"
      action={
        <Button kind="quiet" onPress={() => void goBack()}>
          以后再说
        </Button>
      }
    >
      <Heading>您献过血吗</Heading>
      <Card flush>
        <ListRow
          icon="certificate"
          title="献过血，手边有献血码"
          note="姓名、证件号码和一个献血码，马上办好"
          onPress={() => void go(routes.bindByNumber())}
        />
        <ListRow
          icon="heart"
          title="没有献过血"
          note="身份证和手机短信验证码，马上办好"
          onPress={() => void go(routes.bindByPhone())}
        />
        <ListRow
          icon="person"
          title="找不到献血码，或用别的证件"
          note="带证件到任何一家血站柜台，出示一个码就办好"
          onPress={() => void go(routes.accountCode())}
        />
      </Card>
      <Notice tone="info" title="从浙里办打开，不用填写">
        在浙里办里打开“浙江无偿献血”，会自动实名。
      </Notice>
      <Card flush>
        <ListRow
          icon="phone"
          title={`打电话问 ${helpPhone}`}
          note="不知道选哪一种，我们告诉您"
          onPress={() => void host.phoneCall(helpPhone)}
        />
      </Card>
    </Page>
  );
}
