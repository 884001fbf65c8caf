import { useMemo } from 'react';
import { View } from '@tarojs/components';
import { type getMyHonor } from '@contract/honors';
import { type Output } from '@contract/endpoint';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { Button } from '@miniapp/ui/button';
import { CertificatePaper } from '@miniapp/ui/certificate/certificate-paper';
import { Facts } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { Qr } from '@miniapp/ui/qr';
import { Stack } from '@miniapp/ui/stack';

type Certificate = NonNullable<Output<typeof getMyHonor>['certificate']>;

interface HonorPaperProps {
  readonly certificate: Certificate;
  readonly busy: boolean;
  readonly onOpen: (form: 'pdf' | 'picture') => void;
}

/** The certificate with the code by which anybody checks it, and its documents. */
export function HonorPaper({ certificate, busy, onOpen }: HonorPaperProps) {
  const { number, city, issuedOn, files, verifyUrl } = certificate;
  const segments = useMemo(() => [{ mode: 'byte', data: verifyUrl } as const], [verifyUrl]);
  return (
    <Stack gap={4}>
      <CertificatePaper
        issuer="浙江省献血工作领导小组办公室"
        title="浙江省无偿献血荣誉证"
        numberLabel="证书编号"
        number={number}
        sealLabel="电子证书标识"
      >
        <Facts
          items={[
            { label: '地区', value: `浙江省${city}` },
            { label: '发证日期', value: sayMonthDay(issuedOn, '') },
            { label: '有效期', value: '终身有效' },
          ]}
        />
      </CertificatePaper>
      <Qr segments={segments} label="荣誉证核验二维码" />
      <View className="t-note t-quiet">给别人扫这个码，就能核验证书真假；不会显示您的献血记录。</View>
      {files === 'ready' ? (
        <Stack gap={2}>
          <Button kind="secondary" busy={busy} onPress={() => onOpen('pdf')}>
            打开 PDF
          </Button>
          <Button kind="secondary" busy={busy} onPress={() => onOpen('picture')}>
            打开图片
          </Button>
        </Stack>
      ) : (
        <Notice tone="wait">
          {files === 'failed'
            ? '证件文件没有生成，请联系血站。证书本身有效。'
            : '证件文件正在生成，稍后打开这一页就能下载。'}
        </Notice>
      )}
    </Stack>
  );
}
