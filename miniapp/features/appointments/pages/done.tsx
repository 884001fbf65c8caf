import { sayMoment } from '@miniapp/platform/chinese-date';
import { go, routes, startAt, useParam } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { Steps } from '@miniapp/ui/steps';
import { appointmentFacts } from '../appointment-facts';
import { AppointmentAction } from '../components/appointment-action';
import { useAppointment } from '../use-appointment';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '预约成功' });

export default function DonePage() {
  const appointment = useAppointment(useParam('appointmentId'));
  const title = useParam('moved') ? '改期成功' : '预约成功';
  const action = (
    <>
      {appointment.kind === 'ready' && <AppointmentAction appointment={appointment.value} />}
      <Button kind="quiet" onPress={() => void startAt(routes.booking())}>
        查看我的预约
      </Button>
    </>
  );
  return (
    <Page title={title} action={action}>
      <Loaded query={appointment} say={say}>
        {value => {
          const filled = value.questionnaire === 'submitted';
          return (
            <>
              <Outcome tone="done" title={title} text={`${sayMoment(value.startsAt)}，${value.site.name}见。`} />
              <Card>
                <Facts
                  items={[
                    ...appointmentFacts(value),
                    ...(value.group ? [{ label: '团体', value: value.group }] : []),
                    { label: '请带上', value: value.site.bring },
                  ]}
                />
              </Card>
              <Card title="接下来">
                <Steps
                  items={[
                    { title: '预约时间', state: 'done' },
                    { title: '填写健康征询表', note: '约 3 分钟，在家就能填好', state: filled ? 'done' : 'now' },
                    { title: '到站出示到场码', note: '工作人员扫码后排队', state: filled ? 'now' : 'later' },
                    { title: '体检，献血', note: '血压、血红蛋白都合适才采血', state: 'later' },
                  ]}
                />
              </Card>
              <Card flush>
                <ListRow
                  icon="calendar"
                  title="加到手机日历"
                  note="提前 2 小时提醒"
                  onPress={() => void go(routes.addToCalendar({ appointmentId: value.id }))}
                />
                <ListRow
                  icon="edit"
                  title="时间不合适，改期"
                  onPress={() => void go(routes.moveAppointment({ appointmentId: value.id }))}
                />
              </Card>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
