import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { go, routes } from '@miniapp/platform/routes';

/** The way that costs people nothing comes first. */
export function HowItWorks() {
  return (
    <Card flush title="怎么办理">
      <ListRow
        icon="hospital"
        title="首选：出院时在医院直接减免"
        note="告诉结算窗口本人或亲属献过血，报献血者的姓名和证件号码，当场减免，不用垫钱"
      />
      <ListRow
        icon="phone"
        title="没有当场减免：出院后在线申请"
        note="填几项就好，不用交材料；3 个工作日内答复，同意后 10 个工作日内退款"
      />
      <ListRow
        icon="form"
        title="献血或者住院在外省：跨省申请"
        note="上传献血证或者出院票据，10 个工作日内答复"
        onPress={() => void go(routes.newCrossClaim())}
      />
      <ListRow icon="receipt" title="我的申请" note="查看进度和结果" onPress={() => void go(routes.claims())} />
    </Card>
  );
}
