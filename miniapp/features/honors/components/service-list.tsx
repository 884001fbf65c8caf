import { View } from '@tarojs/components';
import { type getVolunteerHours } from '@contract/volunteers';
import { type Output } from '@contract/endpoint';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Button } from '@miniapp/ui/button';
import { Stack } from '@miniapp/ui/stack';
import { sayCorrection, sayMinutes } from '../volunteer-words';

type Hours = Output<typeof getVolunteerHours>;
export type Service = Hours['services'][number];

interface ServiceListProps {
  readonly services: readonly Service[];
  /** Only for the staff who may change it. */
  readonly onCorrect?: (service: Service) => void;
}

/** Events with what was corrected, the latest first. */
export function ServiceList({ services, onCorrect }: ServiceListProps) {
  if (services.length === 0)
    return <EmptyState icon="people" title="还没有服务记录" text="参加献血志愿服务后，由组织活动的血站登记时长。" />;
  return (
    <Stack gap={4}>
      {services.map(service => (
        <View key={service.id}>
          <View className="t-body t-strong">{`${service.activity}，${service.minutes === 0 ? '不计时长' : sayMinutes(service.minutes)}`}</View>
          <View className="t-note t-quiet">{`${sayMonthDay(service.on, '')}，${service.station}登记，活动 ${service.eventNumber}`}</View>
          {service.corrections.map((correction, index) => (
            <View className="t-note" key={String(index)}>
              {sayCorrection(correction)}
            </View>
          ))}
          {onCorrect && (
            <Button kind="quiet" onPress={() => onCorrect(service)}>
              更正这一条
            </Button>
          )}
        </View>
      ))}
    </Stack>
  );
}

/** Which star, how far to the next one, and when each was reached. */
export function StarLines({ standing }: Pick<Hours, 'standing'>) {
  const { reached, starHours, hoursToNextStar, lifetimeHonor, completedYears } = standing;
  return (
    <Stack gap={2}>
      {hoursToNextStar !== null && <View className="t-body">{`再有 ${hoursToNextStar} 小时，升到下一星。`}</View>}
      {lifetimeHonor && <View className="t-body t-strong">已达到志愿服务终身荣誉奖。</View>}
      {reached.map(({ stars, on }) => (
        <View
          className="t-note"
          key={stars}
        >{`${'★'.repeat(stars)}  ${sayMonthDay(on, '')}达到（满 ${starHours[stars - 1] ?? 0} 小时）`}</View>
      ))}
      <View className="t-note t-quiet">{`一星至五星：${starHours.join('、')} 小时。服务满 ${completedYears} 年。按公布的办法推算，以表彰公告为准。`}</View>
    </Stack>
  );
}
