import { type verifyCertificate } from '@contract/certificates';
import { type Output } from '@contract/endpoint';
import { type Fact } from '@miniapp/ui/facts';
import { awardNames, sayBloodGroup, sayCertificateNumber, sayFullDate, sayNumber, sayTenths } from './show';

type Verification = Output<typeof verifyCertificate>;

interface Verdict {
  readonly tone: 'done' | 'look' | 'stop';
  readonly title: string;
  readonly text: string;
}

export const verdicts: Readonly<Record<Verification['status'], Verdict>> = {
  valid: { tone: 'done', title: '有效', text: '这是一份真实、有效的电子无偿献血证。' },
  expired: { tone: 'look', title: '已过期', text: '这个核验码过了有效时间，请持证人重新生成。' },
  revoked: { tone: 'stop', title: '已撤销', text: '持证人已经撤销这个核验码，请持证人重新生成。' },
  unknown: { tone: 'stop', title: '查无此证', text: '没有这个核验码，请核对来源，或请持证人当面生成。' },
};

/** Only what the holder chose to show, in the order of a certificate. */
export function shownFacts({ certificateNumber, shown }: Verification): Fact[] {
  const { name, bloodGroup, totals, lastDonationOn, award } = shown;
  const totalsText = totals && [
    `共 ${sayNumber(totals.donations)} 次`,
    ...(totals.wholeBloodMl > 0 ? [`全血 ${sayNumber(totals.wholeBloodMl)} 毫升`] : []),
    ...(totals.plateletUnitsTenths > 0 ? [`血小板 ${sayTenths(totals.plateletUnitsTenths)} 单位`] : []),
  ];
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['姓名', name],
    ['证书编号', certificateNumber && sayCertificateNumber(certificateNumber)],
    ['血型', bloodGroup && sayBloodGroup(bloodGroup)],
    ['献血', totalsText?.join('，')],
    ['最近献血', lastDonationOn && sayFullDate(lastDonationOn)],
    ['奖项', award && `${awardNames[award] ? `达到全国无偿献血奉献奖${awardNames[award]}` : '还没有达到奉献奖'}`],
  ];
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
