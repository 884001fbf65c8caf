import { View } from '@tarojs/components';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { CheckRow } from '@miniapp/ui/field-choice';
import { Notice } from '@miniapp/ui/notice';
import { type ClaimForm } from '../use-claim-form';

/** Below what is looked up where, before it is looked up. Never ticked beforehand. */
export function ConsentField({ form: { draft, change, problems } }: { readonly form: ClaimForm }) {
  return (
    <Card title="同意查询">
      <View>您不用交材料。查询只用于这次申请，结果会列在申请里给您看；没有提交以前，什么都不会查。</View>
      {problems.lookupConsent && (
        <Notice tone="look" announce>
          {problems.lookupConsent}
        </Notice>
      )}
      <CheckRow
        id={fieldId('lookupConsent')}
        label="我同意查询"
        checked={draft.lookupConsent}
        onChange={lookupConsent => change({ lookupConsent })}
      />
    </Card>
  );
}
