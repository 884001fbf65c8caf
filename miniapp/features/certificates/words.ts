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
import { listRecordRequests, requestRecord } from '@contract/record-requests';
import { listSites } from '@contract/sites';
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
  requestRecord,
  listRecordRequests,
  listSites,
] as const;

export const say = wordsFor(operations, {
  BAD_CURSOR: '列表已经更新，请返回后重新打开。',
  NO_DONATION_YET: '您还没有献血记录，献过血之后就可以生成核验码。',
  TOO_MANY_OPEN: ({ most }) => `您已经有 ${String(most)} 件在等血站答复，请等有了答复再提交。`,
  ALREADY_THERE: '这一天在这个献血点的献血已经在记录里了。记录有误的，请打开那一条再提交。',
  NOT_FOUND: '没有找到这条记录，可能已经更正，请返回列表查看。',
});
