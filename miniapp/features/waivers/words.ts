import {
  answerConsentRequest,
  getCommitment,
  listConsentRequests,
  passToReviewer,
  signCommitment,
  withdrawClaim,
} from '@contract/waiver-evidence';
import { listClaimFiles, startCrossClaim } from '@contract/waiver-files';
import { appealClaim, giveMaterial } from '@contract/waiver-review';
import { getClaim, getEntitlement, listClaims, listHospitals, startClaim } from '@contract/waivers';
import { wordsFor } from '@miniapp/platform/words';

export const say = wordsFor([getEntitlement, startClaim, listClaims, getClaim, listHospitals], {
  LOOKUP_CONSENT_MISSING: '需要您同意查询，才能核对亲属关系和票据。',
  DATES_REVERSED: '出院日期不能早于入院日期。',
  DATE_IN_FUTURE: '出院日期不能晚于今天，请出院后再申请。',
  UNKNOWN_HOSPITAL: '这家医院不在名单里，请重新选择。',
  DONOR_NOT_FOUND: '没有找到这位献血者，请核对姓名和证件号码。两项要与献血时登记的一致。',
  CLAIM_OPEN_ALREADY: '这次住院已经申请过，请在“我的申请”里查看进度。',
  PATIENT_IS_ADULT: '患者已满 18 周岁，请由患者本人申请。',
  GUARDIAN_CONSENT_MISSING: '需要您作为监护人同意，才能替孩子申请。',
  NOT_FOUND: '没有找到这份申请，请在“我的申请”里查看。',
});

export const sayCross = wordsFor([startCrossClaim, listClaimFiles], {
  LOOKUP_CONSENT_MISSING: '需要您同意，才能核对。',
  DATES_REVERSED: '出院日期不能早于入院日期。',
  DATE_IN_FUTURE: '出院日期不能晚于今天，请出院后再申请。',
  UNKNOWN_HOSPITAL: '这家医院不在名单里，请重新选择。',
  DONOR_NOT_FOUND:
    '没有找到这位献血者，请核对姓名和证件号码。只在外省献过血的，请他先用手机登录这里并实名，我们才能征得他同意。',
  CLAIM_OPEN_ALREADY: '这次住院已经申请过，请在“我的申请”里查看进度。',
  NOT_ACROSS_PROVINCES: '献血和用血都在浙江，请用普通的在线申请，不用交材料。',
  NOT_OF_THIS_PROVINCE: '献血和用血都不在浙江，请向献血地的血站申请。',
  FILE_MISSING: '还缺一份材料，请看下面的提示。',
  UPLOAD_GONE: '有材料没有保存好，请重新上传。',
  BILL_USED: '这张票据已经在别的申请里，或者金额与已有的记录不一致，请核对票据号码。',
  NOT_FOUND: '没有找到这份申请，请在“我的申请”里查看。',
});

export const sayConsent = wordsFor([listConsentRequests, answerConsentRequest], {
  STATE_CHANGED: '这件事已经答复过，或者对方撤回了申请，不用再答复。',
  REQUEST_EXPIRED: '答复期限已经过了，由工作人员接着办理，您不用再答复。',
  CONSENT_VERSION_OLD: '说明的内容有更新，请重新看一遍再答复。',
});

export const sayLetter = wordsFor([getCommitment, signCommitment], {
  STATE_CHANGED: '这份申请不用再签承诺书了，请回到申请里看进度。',
  COMMITMENT_VERSION_OLD: '承诺书的内容有更新，请重新看一遍再签名。',
  SIGNATURE_TOO_SHORT: '笔迹太少，请写下完整的姓名。',
  NOT_FOUND: '这份申请不需要签承诺书。',
});

export const sayLeaving = wordsFor([withdrawClaim, passToReviewer], {
  STATE_CHANGED: '这份申请刚刚有了新的进展，请回到申请里看一看。',
});

export const sayAppeal = wordsFor([appealClaim, giveMaterial], {
  STATE_CHANGED: '这份申请刚刚有了新的进展，请回到申请里看一看。',
  APPEAL_LATE: '申诉的期限已经过了。如有特殊情况，请拨打 96614。',
  APPEAL_USED: '这份申请已经申诉过一次，不能再次申诉。',
  CLAIM_OPEN_ALREADY: '这次住院已经另外提交了申请，请在“我的申请”里看那一份。',
});

/** Provincial hotline of the blood services. */
export const hotline = '96614';

export const signatureStays = '网络没有连上，您的签名还在这一页，连上网络后再点一次提交。';
