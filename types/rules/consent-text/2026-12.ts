import { consentText202611 } from './2026-11';
import type { ConsentSection, ConsentText } from './model';

/** Sections whose wording differs from 2026-11; the others stand as they were. */
const changed: Readonly<Record<string, readonly string[]>> = {
  truth: [
    '征询表里的每个问题都关系到您和用血病人的安全，请如实回答。不方便当面说的，可以单独告诉医生。',
    '以前在本服务签过征询表的，长期不变的回答会列出来请您核对，有一项变了就要重新回答。',
    '明知自己不符合条件而隐瞒，使病人受到伤害的，要承担法律责任。',
  ],
  'self-exclusion': [
    '献完血以后，如果您觉得自己的血可能不安全，请尽快在本服务里点“不要用我这次的血”，或者打电话告诉血站，报献血码就可以。我们不问原因，替您保密，血液不会给病人用。',
    '献血后几天内如果发热、感冒、腹泻或查出传染病，也请告诉我们。',
  ],
  privacy: [
    '您的姓名、证件号、联系方式、健康回答和检测结果，只用于：确认是您本人、判断能不能献血、保证血液安全、发放献血证、办理用血费用减免和荣誉待遇、依法保存档案。',
    '健康回答和检测结果属于敏感信息。健康回答用单独的密钥加密保存，只有为您体检、检测的工作人员能打开，每打开一次都有记录，您可以在“谁看过我的征询表”里查看。我们不会把它们告诉您的家人、单位或商家。',
    '您和体检人员的签名、回答和本同意书会做成电子档案，您可以随时下载。',
    '提醒您再次献血的消息，您可以随时关掉，不影响其他服务。',
  ],
};

const newWording = (section: ConsentSection): ConsentSection => ({
  ...section,
  paragraphs: changed[section.id] ?? section.paragraphs,
});

export const consentText202612: ConsentText = {
  ...consentText202611,
  version: '2026-12',
  sections: consentText202611.sections.map(newWording),
};
