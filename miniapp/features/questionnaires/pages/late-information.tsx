import { useState } from 'react';
import { listLateInformation, openLateInformation } from '@contract/questionnaires';
import { type Output } from '@contract/endpoint';
import { call } from '@miniapp/platform/call';
import { sayDate, sayStamp } from '@miniapp/platform/chinese-date';
import { useCommand } from '@miniapp/platform/use-command';
import { usePaged } from '@miniapp/platform/use-paged';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { lateKinds, sayLate, unitTags } from '../late-words';

definePageConfig({ navigationBarTitleText: '献血后的情况报告' });

export default function LateInformationPage() {
  useWide();
  const { query, more, loadMore } = usePaged(cursor => call(listLateInformation, { cursor, limit: '20' }));
  return (
    <Page title="献血后的情况报告">
      <Notice tone="info">只在处理时打开：每次打开，献血者都会看到。</Notice>
      <Loaded query={query} say={sayLate}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="check-circle"
              title="没有要处理的报告"
              text="献血者献血后报告发热、感染等情况时，会列在这里，那袋血会先停用。"
            />
          ) : (
            <>
              {items.map(item => (
                <Report key={item.id} item={item} />
              ))}
              <MoreButton more={more} label="查看更早的" end="没有更早的了" onPress={() => void loadMore()} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

type Item = Output<typeof listLateInformation>['items'][number];

function Report({ item: { id, at, donationNumber, state } }: { readonly item: Item }) {
  const opening = useCommand(openLateInformation);
  const [read, setRead] = useState<Output<typeof openLateInformation> | null>(null);
  const { tone, text } = unitTags[state];
  const open = async () => {
    const answer = await opening.run({ id });
    if (answer?.ok) setRead(answer.value);
  };
  return (
    <Card title={sayStamp(at)} aside={<Tag tone={tone}>{text}</Tag>}>
      <Facts
        items={[
          { label: '献血条码', value: donationNumber },
          ...(read
            ? [
                { label: '献血日期', value: sayDate(read.donatedOn) },
                { label: '情况', value: lateKinds[read.kind] },
                ...(read.words ? [{ label: '本人描述', value: read.words }] : []),
              ]
            : []),
        ]}
      />
      {opening.refusal && (
        <Notice tone="look" title="打不开这份报告" announce>
          {sayLate(opening.refusal)}
        </Notice>
      )}
      {!read && (
        <Button kind="secondary" busy={opening.busy} onPress={() => void open()}>
          打开报告
        </Button>
      )}
    </Card>
  );
}
