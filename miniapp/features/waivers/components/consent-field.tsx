import { View } from '@tarojs/components';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { CheckRow } from '@miniapp/ui/field-choice';
import { Notice } from '@miniapp/ui/notice';
import { type ClaimForm } from '../use-claim-form';

/** What is looked up where, before it is looked up. Never ticked beforehand. */
export function ConsentField({ form: { draft, change, problems } }: { readonly form: ClaimForm }) {
  return (
    <Card title="同意查询">
      <View>您不用交材料。为了核对，系统会查询：</View>
      <View>
        {draft.who === 'self' ? '· 财政电子票据：这次住院的用血费用' : '· 公安户籍、民政婚姻登记：您和献血者的关系'}
      </View>
      {draft.who !== 'self' && <View>· 财政电子票据：这次住院的用血费用</View>}
      <View className="t-note t-quiet">只用于这次申请，查询结果会列在申请里给您看。</View>
      {problems.lookupConsent && <Notice tone="look">{problems.lookupConsent}</Notice>}
      <CheckRow
        id={fieldId('lookupConsent')}
        label="我同意查询"
        checked={draft.lookupConsent}
        onChange={lookupConsent => change({ lookupConsent })}
      />
    </Card>
  );
}
