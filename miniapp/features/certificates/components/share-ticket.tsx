import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { copyText } from '@miniapp/platform/copy-text';
import { Button } from '@miniapp/ui/button';
import { Notice } from '@miniapp/ui/notice';
import { Qr } from '@miniapp/ui/qr';
import { Stack } from '@miniapp/ui/stack';
import { Ticket } from '@miniapp/ui/ticket';
import { type ShareField, shareFieldNames } from '../show';
import { type MadeShare } from '../use-share';

interface ShareTicketProps {
  readonly share: MadeShare;
  readonly shown: readonly ShareField[];
}

/** The code to be scanned, with what it shows and until when. */
export function ShareTicket({ share, shown }: ShareTicketProps) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const segments = useMemo(() => [{ mode: 'byte' as const, data: share.url }], [share.url]);
  const names = shown.map(field => shareFieldNames[field]);
  return (
    <Ticket
      title="请对方扫码核验"
      note={`${sayMoment(share.expiresAt)}前有效`}
      stub={
        <Stack gap={2}>
          <View>{`对方能看到：${['证书编号', ...names].join('、')}`}</View>
          <Button kind="quiet" icon="share" onPress={() => void copyText(share.url).then(setCopied)}>
            复制核验链接
          </Button>
          {copied !== null && (
            <Notice tone={copied ? 'done' : 'look'} announce>
              {copied ? '链接已复制，可以粘贴发给对方。' : '没有复制成功，请让对方扫上面的码。'}
            </Notice>
          )}
        </Stack>
      }
    >
      <Qr segments={segments} label="电子无偿献血证核验二维码" />
    </Ticket>
  );
}
