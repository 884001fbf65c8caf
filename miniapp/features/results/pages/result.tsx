import { View } from '@tarojs/components';
import { getMyResult } from '@contract/results';
import { type Output } from '@contract/endpoint';
import { toChinaDate } from '@rules/calendar';
import { sayDate, sayMonthDay } from '@miniapp/platform/chinese-date';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { Steps } from '@miniapp/ui/steps';
import { CallStation } from '../components/call-station';
import { ValueRow } from '../components/value-row';
import { say, statusOf, typeWords } from '../words';

definePageConfig({ navigationBarTitleText: '检测结果' });

type Result = Output<typeof getMyResult>;

export default function ResultPage() {
  const result = useQuery(getMyResult, { donationId: useParam('donationId') });
  const contact = result.kind === 'ready' && result.value.status === 'contact';
  return (
    <Page title="检测结果" action={contact && <CallStation phone={result.value.station.phone} kind="primary" />}>
      <Loaded query={result} say={say}>
        {value => (
          <>
            <Head result={value} />
            {value.values.length > 0 && <Values result={value} />}
            <Journey result={value} />
            {value.reportUntil && (
              <Card flush>
                <ListRow
                  icon="look"
                  title="报告献血后的不适"
                  note={`${sayMonthDay(value.reportUntil)}前随时可以`}
                  onPress={() => void go(routes.reportReaction({ donationId: value.donationId }))}
                />
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Head({ result: { status, donatedOn, type, siteName, station } }: { readonly result: Result }) {
  const which = `${sayDate(donatedOn)}，${siteName}，${typeWords[type]}`;
  if (status === 'waiting' && statusOf(status, donatedOn).word !== '检测中')
    return (
      <Outcome tone="wait" title="没有电子结果" text={`${which}。需要这次的结果，请打电话给血站 ${station.phone}。`} />
    );
  if (status === 'waiting')
    return <Outcome tone="wait" title="还在检测" text={`${which}。检测完成时会发消息告诉您，一般需要几天。`} />;
  if (status === 'contact')
    return (
      <Outcome
        tone="wait"
        title="请与血站联系"
        text={`${which}。有一件事需要${station.name}的工作人员当面或在电话里告诉您。原因有很多种，这里都只写这一句；在联系之前，请先不要献血。`}
      />
    );
  return <Outcome tone="done" title="检测已完成" text={`${which}。谢谢您献血。`} />;
}

function Values({ result: { values, toldAt } }: { readonly result: Result }) {
  const outside = values.filter(({ mark }) => mark !== 'within').length;
  const unconfirmed = values.some(({ confirmed }) => !confirmed);
  return (
    <Card title="检测数值" aside={toldAt ? sayMonthDay(toChinaDate(toldAt)) : undefined}>
      {outside > 0 && (
        <Notice tone="look" title={`有 ${outside} 项不在参考范围内`}>
          这不等于生病，请看下面的说明。
        </Notice>
      )}
      {values.map(value => (
        <ValueRow key={value.test} value={value} />
      ))}
      <View className="t-note t-quiet">
        {`血站的检测是为了用血安全，不能代替体检。${unconfirmed ? '参考范围取自卫生行业标准，以血站检验科为准。' : ''}`}
      </View>
    </Card>
  );
}

/** What the station wants to speak about first is not promised to anybody; the same for every cause. */
const shownSteps = ({ journey, status }: Result) =>
  journey.filter(({ step }) => status !== 'contact' || step !== 'used');

function Journey({ result }: { readonly result: Result }) {
  const journey = shownSteps(result);
  const next = journey.findIndex(({ on }) => on === null);
  return (
    <Card title="这袋血的去向">
      <Steps
        items={journey.map(({ title, on }, index) => ({
          title,
          note: on ? sayDate(on) : undefined,
          state: on ? ('done' as const) : index === next ? ('now' as const) : ('later' as const),
        }))}
      />
      {journey.length > 2 && (
        <View className="t-note t-quiet">用上的时候会告诉您。为保护病人，不说明是哪家医院、哪位病人。</View>
      )}
    </Card>
  );
}
