import { useMemo } from 'react';
import { type Output } from '@contract/endpoint';
import { type issuePrivilegeCard } from '@contract/privileges';
import { toChinaDate } from '@rules/calendar';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { Qr } from '@miniapp/ui/qr';

/** What is on the card; leaving the page forgets it. */
export function PrintedCard({
  card: { text, maskedName, expiresAt },
}: {
  readonly card: Output<typeof issuePrivilegeCard>;
}) {
  const segments = useMemo(() => [{ mode: 'alphanumeric' as const, data: text }], [text]);
  return (
    <>
      <Notice tone="look" title="现在就打印">
        离开本页后不能再打印这张卡，只能换新卡。
      </Notice>
      <Card title="献血优享卡">
        <Qr segments={segments} label="优享卡二维码" />
        <Facts
          items={[
            { label: '持卡人', value: maskedName },
            { label: '有效期至', value: sayMonthDay(toChinaDate(expiresAt), '') },
            { label: '在哪里用', value: '有人值守的窗口，同时看身份证件原件；闸机不认' },
          ]}
        />
      </Card>
    </>
  );
}
