import { useState } from 'react';
import { findLookUps, type LookUpCategory } from '@rules/look-up';
import { today } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { TextField } from '@miniapp/ui/field-text';
import { ListRow } from '@miniapp/ui/list-row';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { ViewSwitch } from '@miniapp/ui/view-switch';
import { AskDoctorRow } from '../components/ask-doctor-row';
import { categoryNames, shortAnswer } from '../words';

definePageConfig({ navigationBarTitleText: '查一查要等多久' });

const choices = (Object.entries(categoryNames) as [LookUpCategory, string][]).map(([value, label]) => ({
  value,
  label,
}));

export default function LookUpPage() {
  const [words, setWords] = useState('');
  const [category, setCategory] = useState<LookUpCategory>('tattoo');
  // Who searches means all of it; the groups are for looking around.
  const items = findLookUps(today(), words, words.trim() === '' ? category : undefined);
  return (
    <Page title="查一查要等多久">
      <TextField
        id="look-up-words"
        label="搜一搜"
        hint="例如：洗牙、阿司匹林、流感疫苗、纹身"
        value={words}
        maxLength={20}
        onChange={setWords}
      />
      {words.trim() === '' && <ViewSwitch label="种类" choices={choices} value={category} onChange={setCategory} />}
      {items.length === 0 && (
        <EmptyState icon="search" title="没有列出这一项" text="没有列出不等于可以献，请打电话问一问医生。" />
      )}
      <Card flush>
        {items.map(item => (
          <ListRow
            key={item.id}
            title={item.title}
            note={shortAnswer(item)}
            value={item.answer === 'doctor' ? <Tag tone="look">问医生</Tag> : undefined}
            onPress={() => void go(routes.lookUpItem({ item: item.id }))}
          />
        ))}
        <AskDoctorRow title="没有列出？打电话问医生" />
      </Card>
    </Page>
  );
}
