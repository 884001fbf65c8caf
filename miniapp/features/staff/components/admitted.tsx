import { View } from '@tarojs/components';
import { spoken } from '@miniapp/platform/spoken';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { formTags, type StaffVisit, typeNames } from '../nurse-words';
import './admitted.scss';

interface AdmittedProps {
  readonly visit: StaffVisit;
  readonly onOpen: () => void;
}

/** The number to say to the donor, readable across the counter. */
export function Admitted({ visit, onOpen }: AdmittedProps) {
  const form = formTags[visit.questionnaire?.outcome ?? 'missing'];
  return (
    <Card title="报到成功" aside={<Tag tone={form.tone}>{form.text}</Tag>}>
      <View className="admitted" {...spoken({ role: 'status' })}>
        <View className="admitted-number">{visit.number}</View>
        <View className="t-quiet">
          {`${visit.maskedName} · ${typeNames[visit.type]} · ${visit.booked ? '已预约' : '现场献血'}`}
        </View>
      </View>
      <Button kind="secondary" onPress={onOpen}>
        查看这位献血者
      </Button>
    </Card>
  );
}
