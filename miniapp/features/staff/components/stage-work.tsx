import { View } from '@tarojs/components';
import { sayTime } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { useNow } from '@miniapp/platform/use-now';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Figure } from '@miniapp/ui/figure';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { restSeconds, sayCountdown } from '@miniapp/features/visits/rest-clock';
import { type StaffVisit } from '../nurse-words';
import { reactionNames, severityNames } from '../reaction-words';
import { type VisitRecord } from '../use-staff-visit';
import { FormCard } from './visit-details';
import { VitalsCard } from './vitals-card';

/** What the desk needs for the stage at which the donor is; what came before stays readable. */
export function StageWork({ record }: { readonly record: VisitRecord }) {
  const { visit, vitals, draw, reactions } = record;
  return (
    <>
      {visit.stage === 'register' && visit.state === 'called' && <Identity />}
      {visit.state === 'resting' && visit.restUntil && <Rest until={visit.restUntil} />}
      {visit.state !== 'done' && visit.stage !== 'rest' && (
        <>
          <FormCard questionnaire={visit.questionnaire} />
          <Examiner visit={visit} />
        </>
      )}
      <VitalsCard vitals={vitals} />
      {draw && (
        <Card title="采血">
          <Facts
            items={[
              { label: '献血条码', value: draw.donationNumber },
              { label: '开始', value: sayTime(draw.startedAt) },
              ...(draw.stoppedAt ? [{ label: '结束', value: sayTime(draw.stoppedAt) }] : []),
              { label: '采血护士', value: draw.drawnBy },
            ]}
          />
        </Card>
      )}
      {reactions.map(({ at, kind, severity, action }) => (
        <Notice key={at} tone="look" title={`不良反应：${reactionNames[kind]}（${severityNames[severity]}）`}>
          {`${sayTime(at)}，处理：${action}`}
        </Notice>
      ))}
    </>
  );
}

const Identity = () => (
  <Card title="核对本人">
    <View>请献血者自己说姓名和出生日期，再看证件原件：照片、姓名、号码和本人一致，就点下面的按钮。</View>
    <View className="t-note t-quiet">不一致的，不要往下办，请医生处理。</View>
  </Card>
);

function Rest({ until }: { readonly until: string }) {
  const left = restSeconds(until, useNow(1));
  return (
    <Card title="休息">
      {left > 0 ? (
        <Figure value={sayCountdown(left)} label="还要休息" />
      ) : (
        <Notice tone="done" title="休息时间到了">
          没有不舒服就可以离开。
        </Notice>
      )}
    </Card>
  );
}

/** Only where the form is there: reading it whole, signing with the donor, and the physician's word. */
function Examiner({ visit: { id, questionnaire, type, stage, state } }: { readonly visit: StaffVisit }) {
  return (
    <Card flush>
      {questionnaire && (stage !== 'interview' || state !== 'called') && (
        <ListRow
          icon="sign"
          title="看全部回答，共同签名"
          note="献血者会看到您打开过"
          onPress={() => void go(routes.examineForm({ visitId: id }))}
        />
      )}
      <ListRow
        icon="shield"
        title="医生放行推荐性规定"
        note="要核对证件，写明理由和截止日期"
        onPress={() => void go(routes.setRuleAside({ visitId: id, type }))}
      />
    </Card>
  );
}
