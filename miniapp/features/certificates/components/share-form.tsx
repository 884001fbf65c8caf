import { View } from '@tarojs/components';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { CheckRow, ChoiceField } from '@miniapp/ui/field-choice';
import { Stack } from '@miniapp/ui/stack';
import { type ShareField, shareFieldNames } from '../show';
import { shareFields, shareTimes, type useShare } from '../use-share';

type ShareFormProps = Pick<ReturnType<typeof useShare>, 'chosen' | 'choose' | 'minutes' | 'setMinutes'>;

const always = '证书编号和证书是否有效总会显示。';

/** What others may see, and for how long. */
export function ShareForm({ chosen, choose, minutes, setMinutes }: ShareFormProps) {
  return (
    <>
      <Card title="让对方看到什么">
        <View className="t-note t-quiet">{`${always}证件号码不会显示。`}</View>
        <Stack gap={2}>
          {shareFields.map((field: ShareField) => (
            <CheckRow
              key={field}
              id={fieldId(`show.${field}`)}
              label={shareFieldNames[field]}
              checked={chosen.includes(field)}
              onChange={on => choose(field, on)}
            />
          ))}
        </Stack>
      </Card>
      <Card>
        <ChoiceField
          id={fieldId('validMinutes')}
          label="多久有效"
          choices={shareTimes}
          value={minutes}
          onChange={setMinutes}
        />
      </Card>
    </>
  );
}
