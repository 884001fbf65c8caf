import { View } from '@tarojs/components';
import { daysBetween, toChinaDate } from '@rules/calendar';
import { sayMonthDay, today } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { type Claim, evidenceNames, evidenceResults } from '@miniapp/features/waivers/claim-states';
import { sayFee } from '@miniapp/features/waivers/say-fee';
import { sayDonor } from '@miniapp/features/waivers/relations';

/** One waiting claim: for how long, and what the registers could not settle. */
export function ReviewRow({ claim }: { readonly claim: Claim }) {
  const since = claim.timeline[0]?.at;
  const days = since ? daysBetween(toChinaDate(since), today()) : 0;
  const open = claim.evidence.filter(({ result }) => result !== 'proved' && result !== 'not_needed');
  const late = claim.expectedBy !== null && claim.expectedBy < today();
  return (
    <Card
      title={`${claim.patientMaskedName}用血`}
      aside={<Tag tone={late ? 'stop' : 'wait'}>{days === 0 ? '今天收到' : `已等 ${days} 天`}</Tag>}
      onPress={() => void go(routes.reviewClaim({ claimId: claim.id }))}
    >
      <View>{`献血者${claim.donorMaskedName}，${sayDonor(claim.relation, '患者')}`}</View>
      <View className="t-quiet">
        {`${claim.hospitalName} · 用血费用${sayFee(claim)}${claim.expectedBy ? ` · ${sayMonthDay(claim.expectedBy)}前答复` : ''}`}
      </View>
      {open.map(({ kind, result, text, at }) => (
        <View key={kind + at + text}>{`${evidenceNames[kind]}：${evidenceResults[result].word}。${text}`}</View>
      ))}
      <View className="t-note t-quiet">{`申请编号 ${claim.number}`}</View>
    </Card>
  );
}
