import { Text, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { copyText } from '@miniapp/platform/copy-text';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { Qr } from '@miniapp/ui/qr';
import { Stack } from '@miniapp/ui/stack';

interface NewSecretProps {
  readonly code: string;
  readonly secret: string;
}

/** Shown this once: the service keeps it only sealed. The gate's installer types it or scans it. */
export function NewSecret({ code, secret }: NewSecretProps) {
  const [copied, setCopied] = useState(false);
  const segments = useMemo(() => [{ mode: 'byte' as const, data: `BDGATE1:${code}:${secret}` }], [code, secret]);
  return (
    <>
      <Notice tone="look" title="密钥只显示这一次">
        离开本页后再也看不到。请现在就写进设备，不要拍照、不要发到群里。
      </Notice>
      <Card title="设备密钥">
        <Stack gap={3}>
          <Qr segments={segments} label="写入设备用的二维码" />
          <Facts
            items={[
              { label: '设备编号', value: code },
              { label: '密钥', value: <Text selectable>{secret}</Text> },
            ]}
          />
          <Button kind="secondary" onPress={() => void copyText(secret).then(setCopied)}>
            复制密钥
          </Button>
          {copied && <View className="t-note t-quiet">已复制。粘贴后请清空剪贴板。</View>}
        </Stack>
      </Card>
    </>
  );
}
