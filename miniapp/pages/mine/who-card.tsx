import { View } from '@tarojs/components';
import { type getMe } from '@contract/identity';
import { type Output } from '@contract/endpoint';
import { sayMasked } from '@miniapp/features/certificates/show';
import { workOf } from '@miniapp/features/account/work-of';
import { hostNames } from '@miniapp/features/account/words';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Icon } from '@miniapp/ui/icon';
import { Notice } from '@miniapp/ui/notice';
import { Tag } from '@miniapp/ui/tag';
import './who-card.scss';

type Me = Output<typeof getMe>;

const ways = ({ host }: Me): string => (host ? `通过${hostNames[host]}登录` : '用工作账号登录');

function titleOf({ person, staff }: Me): string {
  if (person) return person.maskedName;
  return staff ? staff.displayName : '还没有实名';
}

function noteOf({ person, staff }: Me): string {
  if (person) return `证件号码 ${sayMasked(person.maskedDocument)}`;
  return staff ? staff.organizationName : '认证后才能看到本人的献血记录';
}

export function WhoCard({ me }: { readonly me: Me }) {
  const work = workOf(me.role);
  return (
    <Card>
      <View className="who">
        <View className="who-mark">
          <Icon name="person" colour="red" scale={1.5} />
        </View>
        <View className="who-words">
          <View className="t-title">{titleOf(me)}</View>
          <View className="t-note t-quiet who-number">{noteOf(me)}</View>
          <View className="t-note t-quiet">{ways(me)}</View>
        </View>
        {me.person && <Tag tone="done">已实名</Tag>}
      </View>
      {me.proofLapsed && (
        <Notice tone="look" title="请再认证一次">
          您在别处出示过证件，为了您的记录安全，这个账号要用献血码、浙里办或在柜台再确认一次。
        </Notice>
      )}
      {me.role === 'visitor' && <Button onPress={() => void go(routes.bindIdentity())}>去实名认证</Button>}
      {work && <Button onPress={() => void go(work.path)}>{work.label}</Button>}
    </Card>
  );
}
