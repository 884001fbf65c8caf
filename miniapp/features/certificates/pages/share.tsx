import { Button } from '@miniapp/ui/button';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { OpenShares } from '../components/open-shares';
import { ShareForm } from '../components/share-form';
import { ShareTicket } from '../components/share-ticket';
import { useShare } from '../use-share';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '分享核验' });

export default function SharePage() {
  const share = useShare();
  const { made, making, open } = share;
  if (made)
    return (
      <Page title="分享核验" action={<Button onPress={share.close}>完成</Button>}>
        <ShareTicket share={made} shown={share.chosen} />
        <OpenShares {...share} />
      </Page>
    );
  const mayShare = open.kind === 'ready' || open.kind === 'loading';
  return (
    <Page
      title="分享核验"
      action={
        mayShare && (
          <Button busy={making.busy} onPress={() => void share.make()}>
            生成核验码
          </Button>
        )
      }
    >
      {making.refusal && (
        <Notice tone="look" title="没有生成" announce>
          {say(making.refusal)}
        </Notice>
      )}
      {mayShare && <ShareForm {...share} />}
      <OpenShares {...share} />
    </Page>
  );
}
