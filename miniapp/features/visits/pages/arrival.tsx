import { View } from '@tarojs/components';
import { getMyVisit } from '@contract/visits';
import { useEffect, useMemo } from 'react';
import { replaceWith, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { useRepeat } from '@miniapp/platform/use-repeat';
import { useBrightScreen } from '@miniapp/platform/use-screen';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { Qr } from '@miniapp/ui/qr';
import { Ticket } from '@miniapp/ui/ticket';
import { useArrivalCode } from '../use-arrival-code';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '到场码' });

export default function ArrivalPage() {
  const { code, stale } = useArrivalCode();
  useBrightScreen(true);
  useQueueWhenCheckedIn();
  return (
    <Page title="到场码">
      <Loaded query={code} say={say}>
        {({ text }) => (
          <Ticket
            title="到场码"
            note="请给工作人员扫码报到"
            stub={
              <>
                <View className="t-quiet">自动更新，不用手动刷新。</View>
                <View className="t-quiet">码里没有您的姓名和证件号。</View>
              </>
            }
          >
            {stale ? (
              <EmptyState icon="offline" title="到场码过期了" text="正在联网换一个新的，请检查网络。" />
            ) : (
              <Code text={text} />
            )}
          </Ticket>
        )}
      </Loaded>
    </Page>
  );
}

function Code({ text }: { readonly text: string }) {
  const segments = useMemo(() => [{ mode: 'byte' as const, data: text }], [text]);
  return <Qr segments={segments} label="到场码二维码，请工作人员扫描" />;
}

/** Scanned at the counter, the phone goes on to the queue by itself. */
function useQueueWhenCheckedIn(): void {
  const mine = useQuery(getMyVisit, {});
  useRepeat(mine.reload, [3, 5]);
  const state = mine.kind === 'ready' ? mine.value.visit?.state : undefined;
  useEffect(() => {
    if (state === 'waiting' || state === 'called') void replaceWith(routes.queue());
  }, [state]);
}
