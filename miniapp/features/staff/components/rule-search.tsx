import { View } from '@tarojs/components';
import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { TextField } from '@miniapp/ui/field-text';
import { ListRow } from '@miniapp/ui/list-row';
import { findRules } from '../defer-form';
import { type DeferForm } from '../use-defer-form';

const sayWait = ({ permanent, defaultWaitDays }: ReturnType<typeof findRules>['rules'][number]): string => {
  if (permanent) return '不能献血';
  return defaultWaitDays === null ? '多久由医生定' : `${defaultWaitDays} 天`;
};

/** Every rule of the day can be found; those met most often stand there before anything is typed. */
export function RuleSearch({ form: { words, setWords, chooseRule, problems } }: { readonly form: DeferForm }) {
  const { rules, more } = findRules(words, today());
  return (
    <>
      <TextField
        id={fieldId('ruleId')}
        label="原因"
        hint="输入几个字查找，如：拔牙、疫苗、血红蛋白。下面先列常见的。"
        error={problems.ruleId}
        maxLength={20}
        value={words}
        onChange={setWords}
      />
      {rules.length === 0 ? (
        <EmptyState icon="search" title="没有找到这个原因" text="换个说法试试，或按最接近的一条登记，再写明日期。" />
      ) : (
        <Card flush>
          {rules.map(rule => (
            <ListRow
              key={rule.id}
              title={rule.title}
              note={rule.id}
              value={sayWait(rule)}
              onPress={() => chooseRule(rule.id)}
            />
          ))}
        </Card>
      )}
      {more && <View className="t-note t-quiet">还有更多，请多输入几个字。</View>}
    </>
  );
}
