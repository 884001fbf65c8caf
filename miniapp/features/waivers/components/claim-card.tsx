import { View } from '@tarojs/components';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { type Claim, stateWords } from '../claim-states';

/** A claim in a list: where it stands and what comes next. */
export function ClaimCard({ claim }: { readonly claim: Claim }) {
  const { tone, word } = stateWords[claim.state];
  return (
    <Card
      title={claim.hospitalName}
      aside={<Tag tone={tone}>{word}</Tag>}
      onPress={() => void go(routes.claim({ claimId: claim.id }))}
    >
      <View className="t-quiet">
        {`${sayMonthDay(claim.admittedOn)}至${sayMonthDay(claim.dischargedOn)}住院 · ${claim.via === 'hospital' ? '医院直接减免' : '在线申请'}`}
      </View>
      {claim.waivedFen !== null && claim.waivedFen > 0 && (
        <View className="t-title">{`减免 ${sayYuan(claim.waivedFen)} 元`}</View>
      )}
      <View>{claim.next}</View>
    </Card>
  );
}
