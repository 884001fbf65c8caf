import { getMyPhone, listPreferredSites, preferSite } from '@contract/profile';
import { go, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { SwitchRow } from '@miniapp/ui/switch-row';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '手机号和献血点' });

/** Where messages go, and where the person likes to give. */
export default function ContactPage() {
  const phone = useQuery(getMyPhone, {});
  const sites = useQuery(listPreferredSites, {});
  const prefer = useCommand(preferSite);
  const remove = async (siteId: string) => {
    const answer = await prefer.run({ siteId, preferred: false });
    if (answer?.ok) await sites.reload();
  };
  return (
    <Page title="手机号和常去的献血点">
      <Loaded query={phone} say={say}>
        {({ maskedPhone }) => (
          <Card title="手机号">
            <Facts items={[{ label: '短信发到', value: maskedPhone ?? '还没有登记' }]} />
            <Button kind="secondary" onPress={() => void go(routes.changePhone())}>
              {maskedPhone ? '换一个手机号' : '登记手机号'}
            </Button>
          </Card>
        )}
      </Loaded>
      <ErrorSummary problems={{}} text={prefer.refusal ? say(prefer.refusal) : undefined} />
      <Loaded query={sites} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice tone="info" title="还没有常去的献血点">
              打开一个献血点，点“常去的献血点”，以后预约时排在最前面。最多三个。
            </Notice>
          ) : (
            <Card title="常去的献血点">
              {items.map(({ siteId, name, city }) => (
                <SwitchRow
                  key={siteId}
                  label={name}
                  note={city}
                  on
                  words={['不常去', '常去']}
                  onChange={() => void remove(siteId)}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
      <Button kind="quiet" onPress={() => void go(routes.booking())}>
        去看献血点
      </Button>
    </Page>
  );
}
