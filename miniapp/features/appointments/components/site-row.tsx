import { Text, View } from '@tarojs/components';
import { addDays, toChinaDate } from '@rules/calendar';
import { sayMonthDay, sayTime, today } from '@miniapp/platform/chinese-date';
import { Press } from '@miniapp/ui/press';
import { type Site } from '../appointment';
import { sayDistance, sayPlace, sayToday } from '../say-site';
import './site-row.scss';

interface SiteRowProps {
  readonly site: Site;
  readonly preferred?: boolean;
  /** Somebody who may not donate yet is told no time that is not for them. */
  readonly showTime: boolean;
  readonly onPress: () => void;
}

export function SiteRow({ site, preferred, showTime, onPress }: SiteRowProps) {
  return (
    <Press className="site-row" onPress={onPress}>
      <View className="site-row-head">
        <Text className="site-row-name">{preferred ? `${site.name}（常去）` : site.name}</Text>
        {site.distanceMetres !== null && <Text className="site-row-far">{sayDistance(site.distanceMetres)}</Text>}
      </View>
      <Text className="site-row-note">{sayPlace(site, today())}</Text>
      <Text className={site.today.closure ? 'site-row-shut' : 'site-row-note'}>{sayToday(site)}</Text>
      {showTime && (
        <Text className={site.nextFreeAt ? 'site-row-free' : 'site-row-note'}>
          {site.nextFreeAt ? `最早可约：${sayNear(site.nextFreeAt)}` : '近 30 天约满，可以候补'}
        </Text>
      )}
    </Press>
  );
}

function sayNear(at: string): string {
  const [date, now] = [toChinaDate(at), today()];
  const day = date === now ? '今天' : date === addDays(now, 1) ? '明天' : sayMonthDay(date, now);
  return `${day} ${sayTime(at)}`;
}
