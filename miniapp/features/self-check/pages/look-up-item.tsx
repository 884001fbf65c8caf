import { View } from '@tarojs/components';
import { useState } from 'react';
import { isCalendarDate } from '@rules/calendar';
import { lookUpEnd, lookUpItems, type LookUpItem } from '@rules/look-up';
import { sayDate, today } from '@miniapp/platform/chinese-date';
import { useParam } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Facts } from '@miniapp/ui/facts';
import { DateField } from '@miniapp/ui/field-pick';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { AskDoctorRow } from '../components/ask-doctor-row';
import { forceNames, sentence } from '../words';

definePageConfig({ navigationBarTitleText: '要等多久' });

export default function LookUpItemPage() {
  const id = useParam('item');
  const item = lookUpItems(today()).find(one => one.id === id);
  return (
    <Page title="要等多久">
      {item ? <Answer item={item} /> : <EmptyState icon="search" title="没有列出这一项" text="请打电话问一问医生。" />}
      <Card flush>
        <AskDoctorRow />
      </Card>
    </Page>
  );
}

function Answer({ item }: { readonly item: LookUpItem }) {
  const { title, answer, wait, anchor, note, source, force, ruleId, onlyPlatelets, confirmed } = item;
  return (
    <>
      <Card title={title} aside={answer === 'wait' ? <Tag tone="wait">要等一等</Tag> : <Tag tone="look">问医生</Tag>}>
        <View className="t-title">{answer === 'wait' ? `等${wait}` : '由体检医生判断'}</View>
        {answer === 'wait' && <View>{`自${anchor}算起${onlyPlatelets ? '，只影响献血小板' : ''}。`}</View>}
        {answer === 'doctor' && wait !== '' && (
          <View>{`常见做法是自${anchor}起等${wait}，没有公开的明文，不能作准。`}</View>
        )}
        {note && <View className="t-quiet">{sentence(note)}</View>}
        <Facts
          items={[
            { label: '依据', value: source },
            ...(force ? [{ label: '效力', value: forceNames[force] }] : []),
            { label: '是否确认', value: confirmed ? '有公开的依据' : '未确认，以医生判断为准' },
            ...(ruleId ? [{ label: '规则编号', value: ruleId }] : []),
          ]}
        />
      </Card>
      {answer === 'wait' && <CountDays item={item} />}
    </>
  );
}

function CountDays({ item }: { readonly item: LookUpItem }) {
  const [from, setFrom] = useState('');
  const end = isCalendarDate(from) ? lookUpEnd(item, from) : undefined;
  return (
    <>
      <DateField
        id="look-up-from"
        label={`算一算：${item.anchor}是哪一天`}
        value={from}
        to={today()}
        onChange={setFrom}
      />
      {end && (
        <Notice
          tone={end <= today() ? 'done' : 'wait'}
          announce
          title={end <= today() ? '这一条已经过了' : `${sayDate(end)}起可以`}
        >
          只按这一条算；其他情况和当天体检由医生判断。
        </Notice>
      )}
    </>
  );
}
