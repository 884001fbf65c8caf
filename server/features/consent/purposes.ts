import type { consentPurpose } from '@contract/consent';
import type * as z from 'zod/mini';

export type ConsentPurpose = z.output<typeof consentPurpose>;

interface PurposeText {
  readonly title: string;
  /** What is done with the data and what happens without it, in the words of the screen. */
  readonly why: string;
  /** Changes with every change of the text; a consent to an older text counts no more. */
  readonly version: string;
  /** Nothing works without it; all others can be refused and the rest of the service goes on. */
  readonly required: boolean;
}

export const purposes: Readonly<Record<ConsentPurpose, PurposeText>> = {
  service_terms: {
    title: '用户服务协议与隐私政策',
    why: '为您提供无偿献血公众服务，需要您同意服务协议和隐私政策。不同意则无法使用本服务。',
    version: '2026-11',
    required: true,
  },
  health_answers: {
    title: '献血前健康征询',
    why: '您填写的健康征询答案属于敏感个人信息，仅供血站判断您能否献血，加密保存。不同意则不能在线填写，可到现场填写纸质表。',
    version: '2026-11',
    required: false,
  },
  kinship_lookup: {
    title: '亲属关系核验',
    why: '办理亲属用血费用减免时，向公安、民政、卫生健康部门查询您与献血者的亲属关系。不同意则需自行提供关系证明材料。',
    version: '2026-11',
    required: false,
  },
  invoice_lookup: {
    title: '医疗电子票据查询',
    why: '办理用血费用减免时，向财政电子票据平台查询用血者的医疗票据和用血费用。不同意则需自行提供票据原件。',
    version: '2026-11',
    required: false,
  },
  recruitment_messages: {
    title: '献血提醒与招募通知',
    why: '到了可以再次献血的日子，或您所在城市血液库存紧张时，给您发送提醒。不同意不影响其他服务，可随时关闭。',
    version: '2026-11',
    required: false,
  },
  inpatient_care: {
    title: '住院献血者关爱',
    why: '您住院时，由医院告知血站，便于为您提供用血保障和慰问。不同意不影响其他服务，可随时关闭。',
    version: '2026-11',
    required: false,
  },
  bank_account: {
    title: '收款账户',
    why: '线上申请的用血费用减免要转到您的银行账户。银行卡号属于敏感个人信息，只用于转这笔款，加密保存，页面上只显示后四位。不同意则不能线上收款，可到献血服务窗口办理。',
    version: '2026-11',
    required: false,
  },
};
