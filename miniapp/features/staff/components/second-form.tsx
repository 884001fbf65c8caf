import { View } from '@tarojs/components';
import { sayYuan } from '@miniapp/platform/money';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { TextField } from '@miniapp/ui/field-text';
import { type ReviewFile } from '../review-form';
import { type Review } from '../use-review';

interface SecondFormProps {
  readonly file: ReviewFile;
  readonly review: Review;
}

/** The second pair of eyes: what was proposed stands above; this one agrees or sends it back. */
export function SecondForm({ file, review }: SecondFormProps) {
  const proposed = file.decisions.find(({ state }) => state === 'proposed');
  return (
    <Card title="您的复核">
      <View className="t-strong">{`另一位审核员提出：同意减免 ${sayYuan(proposed?.waivedFen ?? 0)} 元`}</View>
      <TextField
        id={fieldId('note')}
        label="复核意见"
        hint="只有审核员看得到"
        multiline
        maxLength={300}
        value={review.note}
        error={review.problems.note}
        onChange={review.setNote}
      />
      <Button kind="secondary" onPress={() => review.lookSecond(false)}>
        退回重新审核
      </Button>
    </Card>
  );
}
