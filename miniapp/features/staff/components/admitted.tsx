import { View } from '@tarojs/components';
import { go, routes } from '@miniapp/platform/routes';
import { spoken } from '@miniapp/platform/spoken';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { formTags, type StaffVisit, typeNames } from '../nurse-words';
import { stageNames } from '../station-words';
import './admitted.scss';

/** The number to say to the donor, readable across the counter; on paper for whoever has no phone. */
export function Admitted({ visit }: { readonly visit: StaffVisit }) {
  const form = formTags[visit.questionnaire?.outcome ?? 'missing'];
  return (
    <Card title="报到成功" aside={<Tag tone={form.tone}>{form.text}</Tag>}>
      <View className="admitted" {...spoken({ role: 'status' })}>
        <View className="admitted-number">{visit.number}</View>
        <View className="t-quiet">
          {`${visit.maskedName} · ${typeNames[visit.type]} · ${visit.booked ? '已预约' : '现场献血'}`}
        </View>
        <View className="t-quiet">{`正在排${stageNames[visit.stage]}`}</View>
      </View>
      <Button kind="secondary" onPress={() => void go(routes.queueSlip({ visitId: visit.id }))}>
        打印排队号票
      </Button>
      {!visit.questionnaire && (
        <Button kind="secondary" onPress={() => void go(routes.assist())}>
          没带手机，帮他填表签名
        </Button>
      )}
      <Button kind="quiet" onPress={() => void go(routes.staffVisit({ visitId: visit.id }))}>
        查看这位献血者
      </Button>
    </Card>
  );
}
