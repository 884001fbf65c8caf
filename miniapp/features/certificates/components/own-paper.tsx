import { Text, View } from '@tarojs/components';
import { type getCertificate } from '@contract/certificates';
import { type Output } from '@contract/endpoint';
import { useElder } from '@miniapp/platform/elder';
import { CertificatePaper } from '@miniapp/ui/certificate/certificate-paper';
import { Figure } from '@miniapp/ui/figure';
import { Stack } from '@miniapp/ui/stack';
import { issuer, sayCertificateNumber, sayFullDate, sayMasked, sayNumber, sayTenths } from '../show';
import './own-paper.scss';

type Certificate = Output<typeof getCertificate>;

/** The electronic donor certificate of the person who is signed in. */
export function OwnPaper({ certificate }: { readonly certificate: Certificate }) {
  const { holder, bloodGroup, totals, certificateNumber, firstDonationOn } = certificate;
  // Three figures stand beside each other in large type too.
  const size = useElder() ? 'small' : 'large';
  return (
    <CertificatePaper
      issuer={issuer}
      title="电子无偿献血证"
      numberLabel="证书编号"
      number={certificateNumber ? sayCertificateNumber(certificateNumber) : '正在生成'}
      sealLabel="电子证书标识"
    >
      <Stack gap={4}>
        <View className="own-paper-holder">
          <View>
            <View className="t-title">{holder.name}</View>
            <View className="t-note t-quiet">{`证件号码 ${sayMasked(holder.maskedDocument)}`}</View>
          </View>
          {bloodGroup && (
            <View className="own-paper-group">
              <Text className="own-paper-abo">{`${bloodGroup.abo} 型`}</Text>
              <Text className="t-note t-quiet">{`RhD ${bloodGroup.rhd === 'positive' ? '阳性' : '阴性'}`}</Text>
            </View>
          )}
        </View>
        <View className="own-paper-totals">
          <Figure value={sayNumber(totals.donations)} unit="次" label="累计献血" size={size} />
          <Figure value={sayNumber(totals.wholeBloodMl)} unit="毫升" label="全血" size={size} />
          <Figure value={sayTenths(totals.plateletUnitsTenths)} unit="单位" label="血小板" size={size} />
        </View>
        {firstDonationOn && <View className="t-note t-quiet">{`首次献血 ${sayFullDate(firstDonationOn)}`}</View>}
      </Stack>
    </CertificatePaper>
  );
}
