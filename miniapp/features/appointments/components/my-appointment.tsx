import { View } from '@tarojs/components';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { Stack } from '@miniapp/ui/stack';
import { Tag } from '@miniapp/ui/tag';
import { type Appointment } from '../appointment';
import { openForm } from '../open-form';
import { outcomeNotes, outcomeTags, questionnaireTags, stateTags, typeNames } from '../words';
import { MapRow } from './map-row';
import { When } from './when';

/** When and where, large; below it everything that can still be done. */
export function MyAppointment({ appointment }: { readonly appointment: Appointment }) {
  const {
    id,
    state,
    type,
    startsAt,
    site,
    questionnaire,
    questionnaireOutcome: outcome,
    group,
    canChange,
  } = appointment;
  const form = outcome ? outcomeTags[outcome] : questionnaireTags[questionnaire];
  const note = outcome && outcomeNotes[outcome];
  return (
    <>
      {note && (
        <Notice tone="look" title={note.title}>
          {note.text}
        </Notice>
      )}
      <Card>
        <Stack across spread gap={2}>
          <View className="t-quiet">{`献${typeNames[type]}`}</View>
          <Tag tone={stateTags[state].tone}>{stateTags[state].text}</Tag>
        </Stack>
        <When startsAt={startsAt} />
        <View>
          <View className="t-strong">{site.name}</View>
          <View className="t-quiet">{site.address}</View>
          {group && <View className="t-quiet">{`团体名额：${group}`}</View>}
        </View>
        <Notice tone="info" title="请带上">
          {site.bring}
        </Notice>
      </Card>
      <Card flush>
        <ListRow
          icon="form"
          title="健康征询表"
          value={<Tag tone={form.tone}>{form.text}</Tag>}
          onPress={() => openForm(appointment)}
        />
        <MapRow place={site} />
        <ListRow
          icon="calendar"
          title="加到手机日历"
          onPress={() => void go(routes.addToCalendar({ appointmentId: id }))}
        />
        {canChange && (
          <>
            <ListRow icon="edit" title="改期" onPress={() => void go(routes.moveAppointment({ appointmentId: id }))} />
            <ListRow
              icon="cross"
              title="取消预约"
              onPress={() => void go(routes.cancelAppointment({ appointmentId: id }))}
            />
          </>
        )}
      </Card>
    </>
  );
}
