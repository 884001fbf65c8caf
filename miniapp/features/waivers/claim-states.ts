import type * as z from 'zod/mini';
import { type claim, type claimState, type evidence } from '@contract/waivers';
import { type Tone } from '@miniapp/ui/tag';

export type Claim = z.output<typeof claim>;
export type ClaimState = z.output<typeof claimState>;
export type Evidence = z.output<typeof evidence>;

interface Word {
  readonly tone: Tone;
  readonly word: string;
}

export const stateWords: Readonly<Record<ClaimState, Word>> = {
  awaiting_consent: { tone: 'wait', word: '等献血者同意' },
  checking: { tone: 'wait', word: '正在核对' },
  needs_commitment: { tone: 'look', word: '请签承诺书' },
  needs_person: { tone: 'look', word: '人工核对中' },
  needs_material: { tone: 'look', word: '请补充材料' },
  approved: { tone: 'done', word: '已同意' },
  refused: { tone: 'stop', word: '未通过' },
  paying: { tone: 'wait', word: '正在退款' },
  paid: { tone: 'done', word: '已减免' },
  withdrawn: { tone: 'info', word: '已撤回' },
};

/** Nothing more will happen by itself. */
export const isSettled = (state: ClaimState): boolean =>
  state === 'paid' || state === 'refused' || state === 'withdrawn';

/** It can still be taken back. */
export const isUndecided = (state: ClaimState): boolean =>
  state === 'awaiting_consent' ||
  state === 'checking' ||
  state === 'needs_commitment' ||
  state === 'needs_person' ||
  state === 'needs_material';

export const evidenceNames: Readonly<Record<Evidence['kind'], string>> = {
  donations: '献血记录',
  identity: '身份信息',
  consent: '同意',
  guardian: '监护关系',
  kinship: '亲属关系',
  commitment: '承诺书',
  invoice: '用血票据',
  entitlement: '减免规则',
  upload: '上传的材料',
};

export const evidenceResults: Readonly<Record<Evidence['result'], Word>> = {
  proved: { tone: 'done', word: '已证实' },
  not_found: { tone: 'look', word: '没有查到' },
  conflict: { tone: 'look', word: '不一致' },
  unavailable: { tone: 'wait', word: '系统未答复' },
  not_needed: { tone: 'info', word: '不需要' },
};

/** What a paper proves, a person says. */
export const evidenceWord = ({ kind, result }: Pick<Evidence, 'kind' | 'result'>): Word =>
  kind === 'upload' ? { tone: 'wait', word: '由人工核对' } : evidenceResults[result];
