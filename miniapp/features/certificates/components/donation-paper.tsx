import { View } from '@tarojs/components';
import { type getDonationCertificate } from '@contract/certificates';
import { type Output } from '@contract/endpoint';
import { CertificatePaper } from '@miniapp/ui/certificate/certificate-paper';
import { issuer, sayAmount, sayBloodGroup, sayDonationPlace, sayFullDate, sayMasked, typeNames } from '../show';
import './donation-paper.scss';

/** One donation as a document: who, what, when, where, and the thanks. */
export function DonationPaper(certificate: Output<typeof getDonationCertificate>) {
  const { donation, holder, bloodGroup, thanks } = certificate;
  const lines = [
    ['姓名', holder.name],
    ['证件号码', sayMasked(holder.maskedDocument)],
    ['血型', bloodGroup ? sayBloodGroup(bloodGroup) : '待检测'],
    ['献血日期', sayFullDate(donation.on)],
    ['献血种类', typeNames[donation.type]],
    ['献血量', sayAmount(donation)],
    ['献血地点', sayDonationPlace(donation)],
    ['采血机构', donation.stationName],
  ].filter(([, value]) => value);
  return (
    <CertificatePaper
      issuer={issuer}
      title="无偿献血证明"
      numberLabel="献血码"
      number={donation.donationNumber}
      sealLabel="电子证书标识"
    >
      <View className="donation-lines">
        {lines.map(([label, value]) => (
          <View className="donation-line" key={label}>
            <View className="donation-label">{label}</View>
            <View className="donation-value">{value}</View>
          </View>
        ))}
      </View>
      <View className="donation-thanks">{thanks}</View>
    </CertificatePaper>
  );
}
