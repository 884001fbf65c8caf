import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { ElderRow } from './elder-row';
import { SelfCheckRow } from './self-check-row';

export function Entries() {
  return (
    <Card flush>
      <ListRow icon="history" title="献血记录" note="按时间或按地点查看" onPress={() => void go(routes.history())} />
      <ListRow
        icon="check-circle"
        title="检测结果"
        note="数值、这袋血的去向、报告不适"
        onPress={() => void go(routes.myResults())}
      />
      <ListRow
        icon="heart"
        title="成长和荣誉"
        note="徽章、奖项怎么算出来的、荣誉证"
        onPress={() => void go(routes.growth())}
      />
      <ListRow
        icon="shield"
        title="分享核验"
        note="让别人扫码确认您的献血证"
        onPress={() => void go(routes.shareCertificate())}
      />
      <ListRow icon="receipt" title="用血减免" note="本人和亲属都可以申请" onPress={() => void go(routes.waivers())} />
      <ListRow icon="qr-code" title="优享码" note="乘车、游园、看门诊" onPress={() => void go(routes.code())} />
      <SelfCheckRow />
      <ElderRow />
    </Card>
  );
}
