import { View } from '@tarojs/components';
import { type getCertificate } from '@contract/certificates';
import { type Output } from '@contract/endpoint';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { awardNames, sayNumber, sayTenths } from '../show';
import { ProgressLine } from './progress-line';
import './award-card.scss';

type Certificate = Output<typeof getCertificate>;

/** Two counts that people mix up: one is for awards, the other for the blood fee. */
export function AwardCard({ totals, level }: Pick<Certificate, 'totals' | 'level'>) {
  const { awardCountTenths, waiverVolumeMl } = totals;
  const { next, award } = level;
  const missing = next ? Math.max(next.atTenths - awardCountTenths, 0) : 0;
  // Whoever has the gold collects for another one.
  const again = award === 'gold';
  return (
    <Card title="奖次与用血减免" aside={award !== 'none' && <Tag tone="done">{`达到${awardNames[award]}`}</Tag>}>
      <View>
        <View className="award-line">
          <View className="t-body">奖次</View>
          <View className="award-value">{`${sayTenths(awardCountTenths)} 次`}</View>
        </View>
        {next && (
          <>
            <ProgressLine part={awardCountTenths / next.atTenths} />
            <View className="t-note">
              {missing > 0
                ? `再有 ${sayTenths(missing)} 次，${again ? '再次' : ''}达到${next.name}`
                : `已达到${next.name}`}
            </View>
          </>
        )}
        <View className="t-note t-quiet">奖次用来评国家奉献奖：全血每 200 毫升计 1 次，血小板按治疗单位计。</View>
      </View>
      <View className="award-second">
        <View className="award-line">
          <View className="t-body">用血减免献血量</View>
          <View className="award-value">{`${sayNumber(waiverVolumeMl)} 毫升`}</View>
        </View>
        <View className="t-note t-quiet">
          用来计算您和亲属用血时减免的费用：血小板每次按 800 毫升计，和奖次分开算。
        </View>
      </View>
    </Card>
  );
}
