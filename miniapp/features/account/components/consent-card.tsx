import { View } from '@tarojs/components';
import { decideConsent, type listConsents } from '@contract/consent';
import { type Output } from '@contract/endpoint';
import { toChinaDate } from '@rules/calendar';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Notice } from '@miniapp/ui/notice';
import { SwitchRow } from '@miniapp/ui/switch-row';
import { say } from '../words';

interface ConsentCardProps {
  readonly consent: Output<typeof listConsents>['items'][number];
  readonly reload: () => Promise<void>;
}

/** One purpose, one switch: giving and withdrawing are the same tap. */
export function ConsentCard({ consent, reload }: ConsentCardProps) {
  const { purpose, title, why, version, required, granted, decidedAt } = consent;
  const decide = useCommand(decideConsent);
  const change = async (on: boolean) => {
    await decide.run({ purpose, version, granted: on });
    await reload();
  };
  const when = decidedAt ? `${sayMonthDay(toChinaDate(decidedAt))}${granted ? '同意' : '撤回'}` : '还没有选择';
  return (
    <Card>
      <SwitchRow
        id={`consent-${purpose}`}
        label={title}
        note={required ? `${when}（使用本服务必需）` : when}
        on={granted}
        words={['未同意', '已同意']}
        disabled={decide.busy}
        onChange={on => void change(on)}
      />
      <View className="t-note t-quiet">{why}</View>
      {purpose === 'service_terms' && (
        <Button kind="quiet" onPress={() => void go(routes.terms())}>
          阅读全文
        </Button>
      )}
      {decide.refusal && (
        <Notice tone="look" announce>
          {say(decide.refusal)}
        </Notice>
      )}
    </Card>
  );
}
