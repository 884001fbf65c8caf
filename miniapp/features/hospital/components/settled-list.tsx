import { useState } from 'react';
import { listSettlements } from '@contract/waivers';
import { sayMonthDay, sayTime, today } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { DateField } from '@miniapp/ui/field-pick';
import { Heading } from '@miniapp/ui/heading';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { say } from '../words';

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
    </>
  );
}
