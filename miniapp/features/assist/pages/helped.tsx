import { listHelp } from '@contract/assist';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@miniapp/platform/call';
import { sayStamp, sayTime } from '@miniapp/platform/chinese-date';
import { usePaged } from '@miniapp/platform/use-paged';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Icon } from '@miniapp/ui/icon';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Press } from '@miniapp/ui/press';
import { Tag } from '@miniapp/ui/tag';
import { say, sayActs } from '../words';
import '../components/assist.scss';

definePageConfig({ navigationBarTitleText: '谁代我办过' });

const kinds = { staff: '工作人员', relative: '亲友' } as const;

export default function HelpedPage() {
  const { query, more, loadMore } = usePaged(cursor => call(listHelp, { cursor }));
  return (
    <Page title="谁代我办过">
      <Loaded query={query} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="people" title="没有人代您办过" text="工作人员或亲友替您办理时，每一步都会记在这里。" />
          ) : (
            <>
              {items.map(help => (
                <Card key={help.id} title={help.by} aside={<Tag tone="info">{kinds[help.kind]}</Tag>}>
                  <View className="t-note t-quiet">
                    {`${sayStamp(help.openedAt)} 至 ${help.endedAt ? sayTime(help.endedAt) : '现在'}`}
                  </View>
                  <Acts {...sayActs(help.acts)} />
                </Card>
              ))}
              <MoreButton more={more} label="查看更早的记录" end="没有更早的记录了" onPress={() => void loadMore()} />
              <Notice tone="info">不是您同意的，请马上在“请亲友代办”里停止，或拨打 96614。</Notice>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** What was done stands there; what was only looked at is folded away behind its number. */
function Acts({ done, looked }: ReturnType<typeof sayActs>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {done.length === 0 && <View>没有办理任何事项</View>}
      {done.map(words => (
        <View key={words} className="t-strong">
          {words}
        </View>
      ))}
      {looked.length > 0 && (
        <Press className="helped-looks" onPress={() => setOpen(!open)}>
          <View className="t-note t-quiet">{open ? '收起查看的信息' : `还查看了 ${looked.length} 项信息`}</View>
          {!open && <Icon name="down" colour="ink-3" />}
        </Press>
      )}
      {open &&
        looked.map(words => (
          <View key={words} className="t-note t-quiet">
            {words}
          </View>
        ))}
    </>
  );
}
