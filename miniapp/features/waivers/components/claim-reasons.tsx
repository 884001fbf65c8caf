import { View } from '@tarojs/components';
import { Card } from '@miniapp/ui/card';
import { type Claim } from '../claim-states';

/** Why a person must look, or why it was refused; what the page says already is not said again. */
export function ClaimReasons({ claim: { state, reasons, next } }: { readonly claim: Claim }) {
  const news = reasons.filter(({ text }) => text !== next);
  if (news.length === 0) return null;
  return (
    <Card title={state === 'refused' ? '为什么没有通过' : '为什么要工作人员核对'}>
      {news.map(({ id, text }) => (
        <View key={id}>{`· ${text}`}</View>
      ))}
    </Card>
  );
}
