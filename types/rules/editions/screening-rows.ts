import type { DeferralRule } from './deferral-model';

// Which marker it was is told by the station in person, so none of these is ever named to the donor on a screen.
const test = {
  kind: 'test',
  value: 0,
  unit: '',
  anchor: '由体检医师决定',
  source: 'GB 18467-2011《献血者健康检查要求》献血前、献血后检测',
  force: 'mandatory',
  confirmed: true,
  concealed: true,
} as const;

/** Tests of the blood. The standard sets no wait for a test alone: the physician decides, and a confirmed infection is P-14. */
export const screeningRows: readonly DeferralRule[] = [
  { id: 'LAB-CALL', name: '检测结果需要血站与献血者当面沟通', ...test, note: '不写明检测项目，无论什么原因都用这一条' },
  { id: 'LAB-ALT', name: '丙氨酸氨基转移酶（ALT）不合格', ...test },
  { id: 'LAB-HBV', name: '乙型肝炎检测不合格', ...test },
  { id: 'LAB-HCV', name: '丙型肝炎检测不合格', ...test },
  { id: 'LAB-HIV', name: '艾滋病病毒检测不合格', ...test },
  { id: 'LAB-TP', name: '梅毒检测不合格', ...test },
  { id: 'LAB-NAT', name: '核酸检测不合格', ...test, confirmed: false, note: '检测项目细节待血液中心确认' },
  { id: 'LAB-HTLV', name: '人类嗜 T 细胞病毒检测不合格', ...test, confirmed: false, note: '检测要求待血液中心确认' },
];
