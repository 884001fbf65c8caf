import { View } from '@tarojs/components';
import { type getGrowth } from '@contract/growth';
import { type Output } from '@contract/endpoint';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Icon } from '@miniapp/ui/icon';
import { Stack } from '@miniapp/ui/stack';
import './badge-list.scss';

type Badges = Output<typeof getGrowth>['badges'];

/** Those that are there, and of each kind the next one: not a wall of what is missing. */
function shownOf(badges: Badges): Badges {
  const nextOfKind = new Set<string>();
  return badges.filter(({ earnedOn, kind, id }) => {
    if (earnedOn !== null) return true;
    const group = kind === 'variety' || id === 'told-in-time' ? id : kind;
    if (nextOfKind.has(group)) return false;
    nextOfKind.add(group);
    return true;
  });
}

export function BadgeList({ badges }: { readonly badges: Badges }) {
  return (
    <Card title="徽章" aside={`已得 ${badges.filter(({ earnedOn }) => earnedOn !== null).length} 枚`}>
      <Stack gap={4}>
        {shownOf(badges).map(({ id, title, text, earnedOn, have, need }) => (
          <View className={`honor-badge${earnedOn ? '' : ' honor-badge-later'}`} key={id}>
            <Icon name={earnedOn ? 'check-circle' : 'clock'} colour={earnedOn ? 'teal' : 'ink-3'} />
            <View className="honor-badge-words">
              <View className="t-body t-strong">{title}</View>
              <View className="t-note t-quiet">{text}</View>
              <View className="t-note">
                {earnedOn ? `${sayMonthDay(earnedOn, '')}得到` : `现在 ${have}，需要 ${need}`}
              </View>
            </View>
          </View>
        ))}
      </Stack>
    </Card>
  );
}
