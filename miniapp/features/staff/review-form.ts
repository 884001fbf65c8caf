import { type InputDraft, type Output } from '@contract/endpoint';
import { type decideClaim, type openReview } from '@contract/waiver-review';
import { type ReasonId } from '@rules/waiver-decision';
import { type FilledTemplate, fillTemplate, reviewTemplates } from '@rules/waiver-messages';
import { type RefusalGround, type ReviewBasis } from '@rules/waiver-review';
import { readYuan } from '@miniapp/platform/money';

export type ReviewFile = Output<typeof openReview>;
export type Outcome = 'approve' | 'refuse' | 'ask' | 'donor';

export interface ReviewForm {
  readonly outcome: Outcome | null;
  /** Doubt → what settles it. */
  readonly bases: Partial<Record<ReasonId, ReviewBasis>>;
  /** Rule and quota of another province. */
  readonly rule: string;
  readonly quota: string;
  readonly ground: RefusalGround | null;
  readonly template: string | null;
  readonly values: Readonly<Record<string, string>>;
  readonly donorSaid: 'agreed' | 'declined' | null;
  readonly how: 'phone' | 'counter' | null;
}

export const emptyForm: ReviewForm = {
  outcome: null,
  bases: {},
  rule: '',
  quota: '',
  ground: null,
  template: null,
  values: {},
  donorSaid: null,
  how: null,
};

export const isElsewhere = ({ toSettle }: Pick<ReviewFile, 'toSettle'>): boolean => toSettle.includes('other_province');

const filledOf = ({ template, values }: ReviewForm): FilledTemplate | undefined => {
  const found = reviewTemplates.find(({ id }) => id === template);
  if (!found) return undefined;
  const given = found.fields.map(({ name }) => ({ name, value: values[name]?.trim() ?? '' }));
  return { template: found.id, version: found.version, values: given };
};

/** As the claimant will read it; empty until every field is filled. */
export const finalWords = (form: ReviewForm): string => {
  const filled = filledOf(form);
  return (filled && fillTemplate(filled)) ?? '';
};

type Problem = readonly [path: string, sentence: string | false];

const basisProblems = ({ bases }: ReviewForm, { toSettle }: ReviewFile): Problem[] =>
  toSettle.map(reason => [`basis.${reason}`, bases[reason] === undefined && '请选择核对的依据。']);

function elsewhereProblems({ rule, quota }: ReviewForm, file: ReviewFile): Problem[] {
  if (!isElsewhere(file)) return [];
  return [
    ['rule', rule.trim().length < 4 && '请填写献血地的办法名称和条款。'],
    ['quota', (readYuan(quota) ?? 0) === 0 && '请填写额度，例如 440.00。'],
  ];
}

/** Field → sentence, in the order of the page. */
export function problemsOf(form: ReviewForm, file: ReviewFile): Readonly<Record<string, string>> {
  const { outcome } = form;
  const isMessage = outcome === 'approve' || outcome === 'refuse' || outcome === 'ask';
  const problems: Problem[] = [
    ['outcome', outcome === null && '请选择怎么处理。'],
    ...(outcome === 'approve' ? [...basisProblems(form, file), ...elsewhereProblems(form, file)] : []),
    ['ground', outcome === 'refuse' && form.ground === null && '请选择不予减免的依据。'],
    ['donorSaid', outcome === 'donor' && form.donorSaid === null && '请选择献血者的答复。'],
    ['how', outcome === 'donor' && form.how === null && '请选择献血者是怎么答复的。'],
    ['template', isMessage && form.template === null && '请选择给申请人的话。'],
    ...fieldProblemsOf(form, isMessage),
  ];
  return Object.fromEntries(problems.filter((entry): entry is [string, string] => entry[1] !== false));
}

const fieldProblemsOf = (form: ReviewForm, isMessage: boolean): Problem[] =>
  isMessage
    ? (filledOf(form)?.values ?? []).map(({ name, value }) => [`value.${name}`, value.length < 2 && '请填写这一项。'])
    : [];

/** Only for a form without problems; undefined for what the donor said, which is another operation. */
export function commandOf(form: ReviewForm, file: ReviewFile): InputDraft<typeof decideClaim> | undefined {
  const filled = filledOf(form);
  if (!filled || form.outcome === 'donor' || form.outcome === null) return undefined;
  const message = { ...filled, values: [...filled.values] };
  const claimId = file.claim.id;
  if (form.outcome === 'ask') return { claimId, decision: { outcome: 'ask' }, message };
  if (form.outcome === 'refuse')
    return { claimId, decision: { outcome: 'refuse', ground: form.ground ?? 'bill' }, message };
  const findings = file.toSettle.flatMap(reason => {
    const basis = form.bases[reason];
    return basis ? [{ reason, basis }] : [];
  });
  const elsewhere = isElsewhere(file) && { elsewhere: { rule: form.rule.trim(), quotaFen: readYuan(form.quota) ?? 0 } };
  return { claimId, decision: { outcome: 'approve', findings, ...elsewhere }, message };
}
