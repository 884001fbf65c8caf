import { Text, View } from '@tarojs/components';
import { addDays, toChinaDate } from '@rules/calendar';
import { sayMonthDay, sayTime, today } from '@miniapp/platform/chinese-date';
import { Press } from '@miniapp/ui/press';
import { type Site } from '../appointment';
import { siteKinds } from '../words';
import './site-row.scss';

interface SiteRowProps {
  readonly site: Site;
  /** Somebody who may not donate yet is told no time that is not for them. */
  readonly showTime: boolean;
  readonly onPress: () => void;
}

export function SiteRow({ site, showTime, onPress }: SiteRowProps) {
  return (
    <Press className="site-row" onPress={onPress}>
      <View className="site-row-head">
        <Text className="site-row-name">{site.name}</Text>
        {site.distanceMetres !== null && <Text className="site-row-far">{sayDistance(site.distanceMetres)}</Text>}
      </View>
      <Text className="site-row-note">{`${siteKinds[site.kind]} · ${site.address}`}</Text>
      {showTime && (
        <Text className={site.nextFreeAt ? 'site-row-free' : 'site-row-note'}>
          {site.nextFreeAt ? `最早可约：${sayNear(site.nextFreeAt)}` : '近 30 天已经约满'}
        </Text>
      )}
    </Press>
  );
}

const sayDistance = (metres: number): string =>
  metres < 1000 ? `${Math.max(Math.round(metres / 100) * 100, 100)} 米` : `${(metres / 1000).toFixed(1)} 公里`;

function sayNear(at: string): string {
  const [date, now] = [toChinaDate(at), today()];
  const day = date === now ? '今天' : date === addDays(now, 1) ? '明天' : sayMonthDay(date, now);
  return `${day} ${sayTime(at)}`;
}
