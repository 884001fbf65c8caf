import { inspectUse } from '@contract/gate-registry';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { useNow } from '@miniapp/platform/use-now';
import { useQuery } from '@miniapp/platform/use-query';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { kinds, sayInspect } from '../words';

interface InspectorViewProps {
  readonly requestId: string;
  readonly onEnd: () => void;
}

/** By the device: the server shows it no longer than a minute after the scan, and neither does an open screen. */
const showsMs = 60_000;

/** What staff compare with the person in front of them: a masked name and what the code is good for, never a photo or a number. */
export function InspectorView({ requestId, onEnd }: InspectorViewProps) {
  const use = useQuery(inspectUse, { requestId });
  const now = useNow(1);
  const [openedAt] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((openedAt + showsMs - now) / 1000));
  useEffect(() => {
    if (left === 0) onEnd();
  }, [left, onEnd]);
  return (
    <View className="gate gate-ready">
      <Loaded query={use} say={sayInspect}>
        {({ maskedName, result, scopes, card, at }) => (
          <Card title="核对上一位">
            <View className="gate-person">{maskedName}</View>
            <Facts
              items={[
                { label: '结果', value: result === 'green' ? '通行' : '请工作人员查看' },
                { label: '可用于', value: scopes.map(scope => kinds[scope]).join('、') },
                { label: '出示方式', value: card ? '纸质卡，请核对证件' : '手机码' },
                { label: '扫码时间', value: sayStamp(at) },
              ]}
            />
          </Card>
        )}
      </Loaded>
      <Notice tone="info">{`只为核对本人，${left} 秒后自动关闭。请勿拍照或抄录。`}</Notice>
      <Button onPress={onEnd}>返回验码</Button>
    </View>
  );
}
