import {
  getCertificate,
  getDonationCertificate,
  listDonationPlaces,
  listDonations,
  listShares,
  revokeShare,
  shareCertificate,
  verifyCertificate,
} from '@contract/certificates';
import { wordsFor } from '@miniapp/platform/words';

const operations = [
  getCertificate,
  listDonations,
  listDonationPlaces,
  getDonationCertificate,
  shareCertificate,
  revokeShare,
  listShares,
  verifyCertificate,
] as const;

export const say = wordsFor(operations, {
  BAD_CURSOR: '列表已经更新，请返回后重新打开。',
  NO_DONATION_YET: '您还没有献血记录，献过血之后就可以生成核验码。',
  NOT_FOUND: '没有找到这条记录，可能已经更正，请返回列表查看。',
});
