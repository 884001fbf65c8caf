import { View } from '@tarojs/components';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { Stack } from '@miniapp/ui/stack';
import { Tag } from '@miniapp/ui/tag';
import { type Appointment } from '../appointment';
import { openForm } from '../open-form';
import { questionnaireTags, stateTags, typeNames } from '../words';
import { MapRow } from './map-row';
import { When } from './when';

/** When and where, large; below it everything that can still be done. */
export function MyAppointment({ appointment }: { readonly appointment: Appointment }) {
  const { id, state, type, startsAt, site, questionnaire, canChange } = appointment;
  const form = questionnaireTags[questionnaire];
  return (
    <>
      <Card>
        <Stack across spread gap={2}>
          <View className="t-quiet">{`献${typeNames[type]}`}</View>
          <Tag tone={stateTags[state].tone}>{stateTags[state].text}</Tag>
        </Stack>
        <When startsAt={startsAt} />
        <View>
          <View className="t-strong">{site.name}</View>
          <View className="t-quiet">{site.address}</View>
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
        {canChange && (
          <>
            <ListRow
              icon="calendar"
              title="改期"
              onPress={() => void go(routes.moveAppointment({ appointmentId: id }))}
            />
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
