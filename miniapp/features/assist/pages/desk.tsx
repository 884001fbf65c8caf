import { listAppointments } from '@contract/appointments';
import { type Helped, useHelped } from '@miniapp/platform/helped';
import { stopHelping } from '@miniapp/platform/helping';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { go, routes, startAt } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { openOne } from '@miniapp/features/appointments/appointment';
import { openForm } from '@miniapp/features/appointments/open-form';
import { sayCommon } from '@miniapp/platform/words';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';

definePageConfig({ navigationBarTitleText: '代办事项' });

/** What can be done for the donor, from the helper's side. */
export default function DeskPage() {
  const helped = useHelped();
  return helped ? <Desk helped={helped} /> : <Nobody />;
}

function Desk({ helped }: { readonly helped: Helped }) {
  const appointments = useQuery(listAppointments, {});
  const byStaff = helped.kind === 'staff';
  return (
    <Page
      title="代办事项"
      action={
        <Button onPress={() => void stopHelping()} kind="secondary">
          办完了，结束代办
        </Button>
      }
    >
      <Loaded query={appointments} say={sayCommon}>
        {({ items }) => {
          const open = items.filter(item => item.canChange);
          const form = openOne(items);
          return (
            <Card title="已有预约" flush>
              {byStaff && form && form.questionnaire !== 'submitted' && (
                <ListRow
                  icon="form"
                  title="健康征询表"
                  note="献血者本人当面回答，在这台设备上签名"
                  onPress={() => openForm(form)}
                />
              )}
              {byStaff && form?.state === 'checked_in' && (
                <ListRow icon="clock" title="排队情况" onPress={() => void go(routes.queue())} />
              )}
              {open.map(item => (
                <ListRow
                  key={item.id}
                  icon="ticket"
                  title={sayMoment(item.startsAt)}
                  note={`${item.site.name} · 打印预约单`}
                  onPress={() => void go(routes.bookingSlip({ appointmentId: item.id }))}
                />
              ))}
              <ListRow
                icon="calendar"
                title={open.length > 0 ? '改期或取消' : '预约献血'}
                note={open.length > 0 ? undefined : '还没有预约'}
                onPress={() => void go(routes.booking())}
              />
            </Card>
          );
        }}
      </Loaded>
      <Card flush>
        {byStaff && (
          <>
            <ListRow icon="certificate" title="献血证和献血记录" onPress={() => void go(routes.home())} />
            <ListRow icon="receipt" title="用血费用减免" onPress={() => void go(routes.waivers())} />
            <ListRow icon="inbox" title="消息" onPress={() => void go(routes.inbox())} />
            <ListRow
              icon="shield"
              title="隐私授权"
              note="按献血者当面说的登记"
              onPress={() => void go(routes.consents())}
            />
            <ListRow
              icon="receipt"
              title="我的数据"
              note="导出一份，或不再使用本服务"
              onPress={() => void go(routes.myData())}
            />
            <ListRow icon="place" title="手机号和常去的献血点" onPress={() => void go(routes.contact())} />
            <ListRow
              icon="phone"
              title="关联的账号"
              note="手机丢了、换人用了，在这里解除"
              onPress={() => void go(routes.linkedAccounts())}
            />
            <ListRow
              icon="people"
              title="请亲友代办"
              note="生成代办码，抄给亲友"
              onPress={() => void go(routes.helpMe())}
            />
            <ListRow icon="history" title="谁代他办过" onPress={() => void go(routes.helped())} />
          </>
        )}
        {!byStaff && (
          <ListRow
            icon="certificate"
            title="献血证和献血记录"
            note="本人允许时可以看"
            onPress={() => void go(routes.history())}
          />
        )}
      </Card>
    </Page>
  );
}

function Nobody() {
  return (
    <Page title="代办事项">
      <EmptyState icon="people" title="代办已经结束" text="要再办理，请重新开始。">
        <Button onPress={() => void startAt(routes.home())}>返回首页</Button>
      </EmptyState>
    </Page>
  );
}
