import { View } from '@tarojs/components';
import { go, replaceWith, routes, startAt, useParam } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Heading } from '@miniapp/ui/heading';
import { ListRow } from '@miniapp/ui/list-row';
import { Card } from '@miniapp/ui/card';
import { Loaded } from '@miniapp/ui/loaded';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { BagField } from '../components/bag-field';
import { DonationFields } from '../components/donation-fields';
import { DrawClock } from '../components/draw-clock';
import { Refused } from '../components/refused';
import { say, typeNames } from '../nurse-words';
import { useDonationForm } from '../use-donation-form';
import { useDraw } from '../use-draw';
import { useStaffVisit, type VisitRecord } from '../use-staff-visit';

definePageConfig({ navigationBarTitleText: '采血登记' });

export default function RecordDonationPage() {
  const record = useStaffVisit(useParam('visitId'));
  if (record.kind === 'ready') return <Drawing record={record.value} reload={record.reload} />;
  return (
    <Page title="采血登记">
      <Loaded query={record} say={say}>
        {() => null}
      </Loaded>
    </Page>
  );
}

interface DrawingProps {
  readonly record: VisitRecord;
  readonly reload: () => Promise<void>;
}

/** The bag first, then the needle, then what came of it. */
function Drawing({ record: { visit, draw: begun }, reload }: DrawingProps) {
  const draw = useDraw(visit, reload);
  const form = useDonationForm(visit, begun?.donationNumber, draw.sent);
  if (form.recorded)
    return (
      <Page title="采血登记" action={<Button onPress={() => void startAt(routes.staffToday())}>回到今日名单</Button>}>
        <Outcome
          tone="done"
          title="登记完成"
          text={`${visit.number} 的献血证已经更新。请提醒多喝水，在休息区坐够 15 分钟。`}
        >
          <Button kind="secondary" onPress={() => void replaceWith(routes.staffVisit({ visitId: visit.id }))}>
            看休息时间
          </Button>
        </Outcome>
      </Page>
    );
  const drawing = visit.state === 'donating';
  const action = drawing ? (
    <Button busy={form.busy} onPress={() => void form.record()}>
      确认登记
    </Button>
  ) : (
    <Button busy={draw.busy} onPress={() => void draw.start(form.form)}>
      扫好血袋，开始采血
    </Button>
  );
  const refusal = form.refusal ?? draw.refusal;
  return (
    <Page title="采血登记" action={action}>
      {refusal && refusal.code !== 'INVALID_INPUT' && <Refused refusal={refusal} title="没有登记" />}
      <ErrorSummary problems={form.summary} />
      <Heading>{`${visit.number} · ${visit.maskedName} · ${typeNames[visit.type]}`}</Heading>
      {drawing && begun ? (
        <>
          <View>{`血袋 ${begun.donationNumber}`}</View>
          <DrawClock draw={draw} startedAt={begun.startedAt} />
          <DonationFields visit={visit} form={form.form} problems={form.problems} onChange={form.change} />
          <Card flush>
            <ListRow
              icon="heart"
              title="登记献血不良反应"
              note="头晕、血肿等，先处理再登记"
              onPress={() => void go(routes.donorReaction({ visitId: visit.id }))}
            />
          </Card>
        </>
      ) : (
        <BagField
          value={form.form.donationNumber}
          error={draw.problem ?? form.problems.donationNumber}
          onChange={donationNumber => form.change({ donationNumber })}
          onScan={() => void form.scan()}
        />
      )}
    </Page>
  );
}
