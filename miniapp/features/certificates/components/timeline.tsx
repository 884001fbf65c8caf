import { View } from '@tarojs/components';
import { go, routes } from '@miniapp/platform/routes';
import { Heading } from '@miniapp/ui/heading';
import { Icon } from '@miniapp/ui/icon';
import { Press } from '@miniapp/ui/press';
import { type Donation, sayAmount, typeNames } from '../show';
import { byYear } from '../use-history';
import './timeline.scss';

/** Donations on a line of time, year by year; each opens its certificate. */
export function Timeline({ donations }: { readonly donations: readonly Donation[] }) {
  return (
    <View className="timeline">
      {byYear(donations).map(({ year, donations: ofYear }) => (
        <View key={year}>
          <Heading>{`${year}年`}</Heading>
          <View className="timeline-year">
            {ofYear.map(donation => (
              <Moment key={donation.id} donation={donation} />
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}

function Moment({ donation }: { readonly donation: Donation }) {
  const [, month, day] = donation.on.split('-');
  return (
    <Press className="timeline-item" onPress={() => void go(routes.donation({ donationId: donation.id }))}>
      <View className="timeline-words">
        <View className="t-note t-quiet">{`${Number(month)}月${Number(day)}日`}</View>
        <View className="timeline-what">{`${typeNames[donation.type]} ${sayAmount(donation)}`}</View>
        <View className="t-note t-quiet">{`${donation.city} · ${donation.siteName}`}</View>
      </View>
      <Icon name="forward" colour="ink-3" />
    </Press>
  );
}
