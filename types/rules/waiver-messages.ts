/** Words to a claimant, chosen and filled by a reviewer. An edited wording is a new version; what was sent keeps its words. */
export interface ReviewTemplate {
  readonly id: string;
  readonly version: string;
  readonly outcome: 'approve' | 'refuse' | 'ask';
  readonly title: string;
  /** `{name}` is filled in. */
  readonly body: string;
  readonly fields: readonly { readonly name: string; readonly label: string; readonly hint?: string }[];
}

const more = { name: 'more', label: '需要补充什么', hint: '写具体的材料名称，例如“结婚证原件照片”' };
const detail = { name: 'detail', label: '说明', hint: '申请人会看到，请写得平和、具体，不写病情' };

export const reviewTemplates: readonly ReviewTemplate[] = [
  {
    id: 'approve-checked',
    version: '2026-11',
    outcome: 'approve',
    title: '已核对材料，同意减免',
    body: '工作人员核对了您的材料，同意减免。{detail}',
    fields: [detail],
  },
  {
    id: 'approve-elsewhere',
    version: '2026-11',
    outcome: 'approve',
    title: '外省献血，按献血地规定同意减免',
    body: '献血者在{place}献血，按献血地的减免办法同意减免。依据：{rule}。',
    fields: [
      { name: 'place', label: '献血地', hint: '省份和城市' },
      { name: 'rule', label: '献血地的规定', hint: '办法名称和条款' },
    ],
  },
  {
    id: 'refuse-kinship',
    version: '2026-11',
    outcome: 'refuse',
    title: '亲属关系没有证明',
    body: '您提供的材料不能证明与献血者的亲属关系。{detail}如果找到户口簿、结婚证或者出生医学证明，可以申诉时一并提供。',
    fields: [detail],
  },
  {
    id: 'refuse-bill',
    version: '2026-11',
    outcome: 'refuse',
    title: '没有可以减免的票据',
    body: '没有查到这次住院可以减免的有效票据。{detail}如果有票据，可以申诉时填写票据上的代码和号码。',
    fields: [detail],
  },
  {
    id: 'refuse-other',
    version: '2026-11',
    outcome: 'refuse',
    title: '其他原因',
    body: '按减免办法，这次申请不能减免。{detail}',
    fields: [detail],
  },
  {
    id: 'ask-document',
    version: '2026-11',
    outcome: 'ask',
    title: '请补充材料',
    body: '为了继续办理，请补充：{more}。可以在申请页面填写说明，也可以拨打 96614 或者到献血服务窗口提供。',
    fields: [more],
  },
  {
    id: 'ask-bill',
    version: '2026-11',
    outcome: 'ask',
    title: '请补充票据信息',
    body: '没有查到您这次住院的电子票据。请找出票据，在申请页面填写票据代码、号码、校验码、开票日期和总金额。{detail}',
    fields: [detail],
  },
];

/** What a claim keeps as its reason. */
const longest = 500;

export const templatesFor = (outcome: ReviewTemplate['outcome']): ReviewTemplate[] =>
  reviewTemplates.filter(template => template.outcome === outcome);

export interface FilledTemplate {
  template: string;
  version: string;
  values: readonly { name: string; value: string }[];
}

/**
 * The final words, as the page shows them before sending and the service keeps them. Undefined when the wording is another by now or a
 * field is missing.
 */
export function fillTemplate({ template, version, values }: FilledTemplate): string | undefined {
  const found = reviewTemplates.find(one => one.id === template && one.version === version);
  if (!found) return undefined;
  const given = new Map(values.map(({ name, value }) => [name, value.trim()]));
  if (found.fields.some(({ name }) => (given.get(name) ?? '') === '') || given.size !== found.fields.length)
    return undefined;
  const words = found.body.replace(/\{(\w+)\}/g, (_all, name: string) => asSentence(found.body, name, given.get(name)));
  const tidy = words.replace(/。。/g, '。');
  return tidy.length > longest ? undefined : tidy;
}

/** What stands alone in the text is a sentence and ends as one. */
function asSentence(body: string, name: string, value = ''): string {
  const isAlone = body.includes(`。{${name}}`);
  return isAlone && !/[。！？]$/.test(value) ? `${value}。` : value;
}
