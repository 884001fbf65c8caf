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

/** Provincial hotline of the blood services. */
export const hotline = '96614';
