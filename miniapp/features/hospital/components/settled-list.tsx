import { useState } from 'react';
import { getDayFile } from '@contract/hospital-books';
import { listSettlements } from '@contract/waivers';
import { call } from '@miniapp/platform/call';
import { saveText } from '@miniapp/platform/save-text';
import { sayMonthDay, sayTime, today } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { DateField } from '@miniapp/ui/field-pick';
import { Heading } from '@miniapp/ui/heading';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { say } from '../words';

/** Spreadsheet programs read a file as UTF-8 only behind this mark. */
const byteOrderMark = '\uFEFF';

/** Everything that moved on the day, with reversals of earlier days; made for comparing with the hospital's books. */
function DayFile({ on }: { readonly on: string }) {
  const [said, setSaid] = useState('');
  const save = async () => {
    const file = await call(getDayFile, { on, format: 'csv' });
    if (!file.ok) return setSaid(say(file));
    const { fileName, content, settled, settledFen, reversed, reversedFen, sha256 } = file.value;
    await saveText(fileName, byteOrderMark + content, 'text/csv');
    setSaid(
      `已保存：减免 ${settled} 笔 ${sayYuan(settledFen)} 元，撤回 ${reversed} 笔 ${sayYuan(reversedFen)} 元。校验码 ${sha256.slice(0, 12)}。`,
    );
  };
  return (
    <>
      <Button kind="secondary" icon="receipt" onPress={() => void save()}>
        下载当天对账文件
      </Button>
      {said !== '' && (
        <Notice tone="done" announce>
          {said}
        </Notice>
      )}
    </>
  );
}

/** The desk's settlements of one day with their sum; a tap leads to taking one back. */
export function SettledList() {
  const [on, setOn] = useState(today);
  const day = useQuery(listSettlements, { on });
  return (
    <>
      <Heading>已经办理的减免</Heading>
      <DateField id="settled-on" label="看哪一天" value={on} to={today()} onChange={date => setOn(date || today())} />
      <Loaded query={day} say={say}>
        {({ items, totalFen }) =>
          items.length === 0 ? (
            <EmptyState icon="receipt" title={`${sayMonthDay(on)}还没有减免`} />
          ) : (
            <Card flush title={`${sayMonthDay(on)}合计 ${sayYuan(totalFen)} 元`} aside={`${items.length} 笔`}>
              {items.map(item => (
                <ListRow
                  key={item.settlementId}
                  title={`${item.patientMaskedName} · ${item.hospitalReference}`}
                  note={`${sayTime(item.at)} · ${item.state === 'reversed' ? '已撤回，不计入合计' : '已减免，点开可以撤回'}`}
                  value={`${sayYuan(item.waivedFen)} 元`}
                  onPress={
                    item.state === 'settled'
                      ? () => void go(routes.reverseSettlement({ reference: item.hospitalReference, on }))
                      : undefined
                  }
                />
              ))}
            </Card>
          )
        }
      </Loaded>
      <Button kind="secondary" icon="history" onPress={() => void go(routes.reportRefund())}>
        票据退了一部分费用
      </Button>
      <DayFile key={on} on={on} />
    </>
  );
}
