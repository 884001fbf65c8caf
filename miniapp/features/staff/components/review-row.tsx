import { View } from '@tarojs/components';
import { daysBetween, toChinaDate } from '@rules/calendar';
import { sayMonthDay, today } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { type Claim, evidenceNames, evidenceResults } from '@miniapp/features/waivers/claim-states';
import { sayDonor } from '@miniapp/features/waivers/relations';

/** One waiting claim: for how long, and what the registers could not settle. */
export function ReviewRow({ claim }: { readonly claim: Claim }) {
  const since = claim.timeline[0]?.at;
  const days = since ? daysBetween(toChinaDate(since), today()) : 0;
  const open = claim.evidence.filter(({ result }) => result !== 'proved' && result !== 'not_needed');
  const late = claim.expectedBy !== null && claim.expectedBy < today();
  return (
    <Card
      title={claim.number}
      aside={<Tag tone={late ? 'stop' : 'wait'}>{days === 0 ? '今天收到' : `已等 ${days} 天`}</Tag>}
      onPress={() => void go(routes.reviewClaim({ claimId: claim.id }))}
    >
      <View>{`${claim.patientMaskedName}用血，献血者${claim.donorMaskedName}（患者的${sayDonor(claim.relation).replace('我的', '')}）`}</View>
      <View className="t-quiet">
        {`${claim.hospitalName} · 用血费用${claim.bloodFeeFen === null ? '未查到' : ` ${sayYuan(claim.bloodFeeFen)} 元`}${
          claim.expectedBy ? ` · ${sayMonthDay(claim.expectedBy)}前答复` : ''
        }`}
      </View>
      {open.map(({ kind, result, text, at }) => (
        <View key={kind + at + text}>{`${evidenceNames[kind]}：${evidenceResults[result].word}。${text}`}</View>
      ))}
    </Card>
  );
}
