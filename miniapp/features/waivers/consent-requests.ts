import type * as z from 'zod/mini';
import { type consentRequest } from '@contract/waiver-evidence';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { type Fact } from '@miniapp/ui/facts';
import { type Tone } from '@miniapp/ui/tag';
import { sayPatient } from './relations';

export type ConsentRequest = z.output<typeof consentRequest>;

export const requestWords: Readonly<Record<ConsentRequest['state'], { readonly tone: Tone; readonly word: string }>> = {
  asked: { tone: 'look', word: '等您答复' },
  agreed: { tone: 'done', word: '已同意' },
  declined: { tone: 'stop', word: '没有同意' },
  expired: { tone: 'info', word: '已过期' },
};

/** Who asks, about which stay, and until when an answer counts. */
export const requestFacts = (asked: ConsentRequest): Fact[] => [
  { label: '谁在申请', value: asked.patientMaskedName },
  { label: '对方填写的关系', value: sayPatient(asked.relation) },
  { label: '住院的医院', value: asked.hospitalName },
  { label: '申请编号', value: asked.claimNumber },
  { label: '请在此前答复', value: sayMoment(asked.validUntil) },
];
