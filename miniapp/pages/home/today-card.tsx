import { View } from '@tarojs/components';
import { toChinaDate } from '@rules/calendar';
import { sayMoment, today as todayInChina } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { type Appointment, type Today, type Visit } from './use-today';
import './today-card.scss';

const bookable = { whole_blood: '全血', platelets: '血小板' } as const;

export function TodayCard({ today }: { readonly today: NonNullable<Today> }) {
  return today.kind === 'visit' ? <QueueCard visit={today.visit} /> : <BookingCard appointment={today.appointment} />;
}

const queueTags = { waiting: '正在排队', called: '轮到您了', donating: '正在献血' } as const;

function queueWords({ state, ahead, estimateMinutes, desk }: Visit): string {
  if (state === 'called') return desk ? `请到 ${desk}` : '请到叫号的窗口';
  if (state === 'donating') return '谢谢您，请放松休息';
  if (ahead === 0) return '下一个就是您';
  const wait = estimateMinutes ? `，大约等 ${estimateMinutes} 分钟` : '';
  return ahead === null ? '' : `前面还有 ${ahead} 人${wait}`;
}

function QueueCard({ visit }: { readonly visit: Visit }) {
  const called = visit.state === 'called';
  const tag = visit.state in queueTags ? queueTags[visit.state as keyof typeof queueTags] : '今天的排队';
  return (
    <Card
      title="今天的排队号"
      aside={<Tag tone={called ? 'look' : 'wait'}>{tag}</Tag>}
      onPress={() => void go(routes.queue())}
    >
      <View className="today-number">{visit.number}</View>
      <View className="t-lead">{queueWords(visit)}</View>
      <View className="t-note t-quiet">{visit.siteName}</View>
    </Card>
  );
}

function BookingCard({ appointment }: { readonly appointment: Appointment }) {
  const { startsAt, site, type, questionnaire, questionnaireOutcome: outcome } = appointment;
  // After a deferral the booking itself says what is next; a code would only lead to a trip for nothing.
  const mayCome = outcome === 'clear' || outcome === 'doctor';
  const isToday = toChinaDate(startsAt) === todayInChina();
  return (
    <Card
      title={isToday ? '今天献血' : '我的预约'}
      aside={questionnaire === 'submitted' ? <Tag tone="done">征询已填</Tag> : <Tag tone="look">健康征询未填</Tag>}
      onPress={() => void go(isToday && mayCome ? routes.arrival() : routes.booking())}
    >
      <View>
        <View className="t-title">{sayMoment(startsAt)}</View>
        <View>{`${site.name} · ${bookable[type]}`}</View>
        <View className="t-note t-quiet">{site.address}</View>
      </View>
      <View className="t-note">
        {questionnaire === 'submitted' ? `请带好：${site.bring}` : '提前在手机上填好健康征询，到了更快。'}
      </View>
    </Card>
  );
}
