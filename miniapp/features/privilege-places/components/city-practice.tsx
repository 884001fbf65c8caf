import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { sayGrants } from '../say-place';
import { type Practice } from '../words';

/** What the city grants and how it is used there. */
export function CityPractice({ practice }: { readonly practice: Practice }) {
  const { free, open } = sayGrants(practice);
  return (
    <Card title={`${practice.city}怎么用`}>
      <Facts
        items={[
          { label: '出示什么', value: practice.form },
          { label: '免费', value: free },
          ...(open === '' ? [] : [{ label: '暂不列入', value: `${open}（还没有查到公开规定）` }]),
          ...practice.notes.map(({ name, text }) => ({ label: name, value: text })),
        ]}
      />
    </Card>
  );
}
