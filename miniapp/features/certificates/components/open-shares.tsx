import { View } from '@tarojs/components';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { shareFieldNames } from '../show';
import { type useShare } from '../use-share';
import { say } from '../words';
import './open-shares.scss';

type OpenSharesProps = Pick<ReturnType<typeof useShare>, 'open' | 'end' | 'ending'>;

/** Codes that still work, each with a way to end it at once. */
export function OpenShares({ open, end, ending }: OpenSharesProps) {
  return (
    <Loaded query={open} say={say}>
      {({ items }) =>
        items.length === 0 ? null : (
          <Card title="还有效的核验码" aside={`${items.length} 个`}>
            {ending.refusal && (
              <Notice tone="look" announce>
                {say(ending.refusal)}
              </Notice>
            )}
            {items.map(share => (
              <View className="open-share" key={share.shareId}>
                <View className="open-share-words">
                  <View>{`${sayMoment(share.expiresAt)}前有效`}</View>
                  <View className="t-note t-quiet">
                    {share.show.map(field => shareFieldNames[field]).join('、') || '只显示证书编号'}
                  </View>
                </View>
                <View className="open-share-end">
                  <Button kind="secondary" busy={ending.busy} onPress={() => void end(share.shareId)}>
                    撤销
                  </Button>
                </View>
              </View>
            ))}
          </Card>
        )
      }
    </Loaded>
  );
}
