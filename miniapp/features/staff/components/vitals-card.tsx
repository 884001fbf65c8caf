import { View } from '@tarojs/components';
import { sayDate, sayTime } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { Tag } from '@miniapp/ui/tag';
import { type VisitRecord } from '../use-staff-visit';
import { sayMeasured, type VitalsFinding } from '../vitals-form';

/** One thing outside its limit: the rule, where it stands, and until when the donor would wait. */
export function FindingNotice({ finding }: { readonly finding: VitalsFinding }) {
  const { text, source, until, permanent, mayOverride, overridden } = finding;
  const wait = permanent ? '不能再献血' : until ? `建议暂缓到 ${sayDate(until)}` : '暂缓多久由医生决定';
  return (
    <Notice tone={overridden ? 'info' : mayOverride ? 'look' : 'stop'} title={text}>
      <View>{overridden ? '医生已写明理由放行' : wait}</View>
      <View className="t-note t-quiet">
        {`${source} · ${mayOverride ? '推荐或地方规定，医生可放行' : '必须遵守，不能放行'}`}
      </View>
    </Notice>
  );
}

export function VitalsCard({ vitals }: Pick<VisitRecord, 'vitals'>) {
  if (!vitals) return null;
  const stands = vitals.findings.some(({ overridden }) => !overridden);
  return (
    <Card title="快检结果" aside={<Tag tone={stands ? 'look' : 'done'}>{stands ? '有超限' : '都合格'}</Tag>}>
      <Facts items={sayMeasured(vitals)} />
      {vitals.findings.map(finding => (
        <FindingNotice key={`${finding.field} ${finding.ruleId}`} finding={finding} />
      ))}
      <View className="t-note t-quiet">{`${sayTime(vitals.takenAt)}，${vitals.takenBy}`}</View>
    </Card>
  );
}
