import { excludeMyDonation, getExclusion } from '@contract/questionnaires';
import { type Output } from '@contract/endpoint';
import { View } from '@tarojs/components';
import { sayDate, sayStamp } from '@miniapp/platform/chinese-date';
import { host } from '@miniapp/platform/host';
import { useParam } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { useRepeat } from '@miniapp/platform/use-repeat';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { noticeWords, sayExclusion } from '../words';

definePageConfig({ navigationBarTitleText: '不要用我这次的血' });

type Exclusion = Output<typeof getExclusion>;

/** Asked once, without a reason; after that the page tells what the station has answered, and no more than that. */
const mayAsk = ({ open, notice }: Exclusion): boolean =>
  open && (notice === null || notice.state === 'failed' || notice.state === 'unknown_unit');

export default function ExcludePage() {
  const donationId = useParam('donationId');
  const exclusion = useQuery(getExclusion, { donationId });
  const exclude = useCommand(excludeMyDonation);
  const value = exclusion.kind === 'ready' ? exclusion.value : null;
  const ask = async () => {
    await exclude.run({ donationId });
    await exclusion.reload();
  };
  return (
    <Page
      title="不要用我这次的血"
      action={
        value &&
        (mayAsk(value) ? (
          <Button busy={exclude.busy} onPress={() => void ask()}>
            {value.notice ? '再告诉血站一次' : '请不要用我这次的血'}
          </Button>
        ) : (
          value.stationPhone && <CallStation kind="primary" phone={value.stationPhone} />
        ))
      }
    >
      {exclude.refusal && (
        <Notice tone="look" announce>
          {sayExclusion(exclude.refusal)}
        </Notice>
      )}
      <Loaded query={exclusion} say={sayExclusion}>
        {shown => <Told exclusion={shown} again={exclusion.reload} />}
      </Loaded>
    </Page>
  );
}

function Told({ exclusion, again }: { readonly exclusion: Exclusion; readonly again: () => Promise<void> }) {
  const { donatedOn, until, open, stationName, stationPhone, notice } = exclusion;
  if (notice)
    return (
      <>
        <Outcome {...noticeWords[notice.state]} />
        {notice.state === 'sending' && <Waiting again={again} />}
        <Notice tone="info">{`${sayStamp(notice.at)} 收到。${stationName}`}</Notice>
        {mayAsk(exclusion) && stationPhone && <CallStation kind="secondary" phone={stationPhone} />}
      </>
    );
  if (!open)
    return (
      <Outcome tone="look" title="网上办理的时间已经过了" text={`请直接打电话告诉${stationName}，我们一样替您保密。`} />
    );
  return (
    <>
      <Card title={`${sayDate(donatedOn)} · ${stationName}`}>
        <View>如果您觉得这次献的血可能不安全，按下面的按钮就可以。</View>
        <View>不问原因。家人、单位和献血点的工作人员都看不到，也不会给您发消息。</View>
        <View>您的献血记录和荣誉不受影响。</View>
      </Card>
      <Notice tone="info">{`${sayStamp(until)} 以前可以在这里办。`}</Notice>
    </>
  );
}

/** The station answers within seconds: a page that waits looks again by itself. */
function Waiting({ again }: { readonly again: () => Promise<void> }) {
  useRepeat(again, [3, 5, 10, 30]);
  return null;
}

const CallStation = ({ kind, phone }: { readonly kind: 'primary' | 'secondary'; readonly phone: string }) => (
  <Button kind={kind} icon="phone" onPress={() => void host.phoneCall(phone)}>
    打电话给血站
  </Button>
);
