import { listSessions } from '@contract/sessions';
import { addDays } from '@rules/calendar';
import { useState } from 'react';
import { today } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { SelectField } from '@miniapp/ui/field-pick';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { DayCard } from '../components/day-card';
import { type Week, WeekSwitch } from '../components/week-switch';
import { daysOf } from '../week';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '献血场次' });

const all = 'all';

export default function WeekPage() {
  const [week, setWeek] = useState<Week>('0');
  const [siteId, setSiteId] = useState(all);
  const from = addDays(today(), Number(week) * 7);
  const list = useQuery(listSessions, { from });
  const action = list.kind === 'ready' && <Button onPress={() => void go(routes.planSession())}>新排一场</Button>;
  return (
    <Page title="献血场次" action={action}>
      <WeekSwitch week={week} onChange={setWeek} />
      <Loaded query={list} say={say}>
        {({ sites, sessions, closures }) => {
          const shown = <T extends { readonly siteId: string }>(rows: readonly T[]) =>
            rows.filter(row => siteId === all || row.siteId === siteId);
          return (
            <>
              <SelectField
                id={fieldId('site')}
                label="献血点"
                choices={[{ value: all, label: '全部' }, ...sites.map(({ id, name }) => ({ value: id, label: name }))]}
                value={siteId}
                onChange={setSiteId}
              />
              {daysOf(from, { sessions: shown(sessions), closures: shown(closures) }).map(day => (
                <DayCard key={day.on} day={day} sites={sites} />
              ))}
              <Card flush title="管理">
                <ListRow
                  icon="calendar"
                  title="闭站日"
                  note="节假日、检修：当天不开放"
                  onPress={() => void go(routes.closeDays())}
                />
                <ListRow
                  icon="people"
                  title="团体预约"
                  note="为单位、学校留名额，发预约码"
                  onPress={() => void go(routes.staffGroups())}
                />
                <ListRow
                  icon="drop"
                  title="急需血型"
                  note="写在献血点页面，并留出名额"
                  onPress={() => void go(routes.bloodNeeds())}
                />
              </Card>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
