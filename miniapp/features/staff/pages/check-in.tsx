import { useState } from 'react';
import { host } from '@miniapp/platform/host';
import { Button } from '@miniapp/ui/button';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Stack } from '@miniapp/ui/stack';
import { ViewSwitch } from '@miniapp/ui/view-switch';
import { Admitted } from '../components/admitted';
import { ByCode, ByDocument, ByPhone } from '../components/arrival-fields';
import { FoundDonor, WalkIn } from '../components/found-donor';
import { NewDonor } from '../components/new-donor';
import { Refused } from '../components/refused';
import { useCheckIn } from '../use-check-in';

definePageConfig({ navigationBarTitleText: '报到登记' });

const ways = [
  { value: 'code', label: '到场码' },
  { value: 'document', label: '证件' },
  { value: 'phone', label: '手机号' },
] as const;
type Way = (typeof ways)[number]['value'];

export default function CheckInPage() {
  const checkIn = useCheckIn();
  const { scan, clear, last, admitted, refusal, busy } = checkIn;
  const [way, setWay] = useState<Way>('code');
  const code = refusal?.code;
  // By document: nobody has it yet. By phone there is nothing to make a record from.
  const isNew = last?.arrives.document !== undefined && (code === 'NOBODY_FOUND' || code === 'NAME_DIFFERS');
  const choose = (next: Way) => {
    clear();
    setWay(next);
  };
  const byCamera = way === 'code' && host.canScan;
  return (
    <Page
      title="报到登记"
      action={
        byCamera && (
          <Button icon="scan" busy={busy} onPress={() => void scan()}>
            {admitted ? '扫下一位' : '扫到场码'}
          </Button>
        )
      }
    >
      <ViewSwitch label="怎么找到献血者" choices={ways} value={way} onChange={choose} />
      {admitted && <Admitted visit={admitted} />}
      {way === 'code' && <ByCode checkIn={checkIn} />}
      {way === 'document' && <ByDocument checkIn={checkIn} />}
      {way === 'phone' && <ByPhone checkIn={checkIn} />}
      {code === 'NO_APPOINTMENT' ? (
        <Stack gap={3}>
          <Notice tone="look" title="今天在本站没有预约" announce>
            按现场献血登记的，请选择献什么。
          </Notice>
          <WalkIn checkIn={checkIn} />
        </Stack>
      ) : (
        code !== 'INVALID_INPUT' && <Refused refusal={refusal} title="没有报到" />
      )}
      {code !== 'NO_APPOINTMENT' && last?.found && <FoundDonor found={last.found} checkIn={checkIn} />}
      {isNew && <NewDonor checkIn={checkIn} />}
    </Page>
  );
}
