import { View } from '@tarojs/components';
import { templatesFor } from '@rules/waiver-messages';
import { REFUSAL_GROUNDS, REVIEW_BASES, basesFor, refusalGrounds } from '@rules/waiver-review';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { finalWords, isElsewhere, type Outcome, type ReviewFile } from '../review-form';
import { reasonNames } from '../review-words';
import { type Review } from '../use-review';
import './review-row.scss';

interface DecisionFormProps {
  readonly file: ReviewFile;
  readonly review: Review;
}

function outcomesOf({ toSettle, proposal }: ReviewFile): { value: Outcome; label: string; note: string }[] {
  const donor = { value: 'donor' as const, label: '记录献血者的答复', note: '联系到献血者以后，系统接着查询登记' };
  const approve = { value: 'approve' as const, label: '同意减免', note: '逐项选依据；金额由规则计算' };
  return [
    ...(toSettle.includes('consent_no_answer') ? [donor] : []),
    ...(proposal.mayApprove ? [approve] : []),
    { value: 'ask', label: '请申请人补充', note: '写明需要什么' },
    { value: 'refuse', label: '不予减免', note: '选条款，申请人可以申诉' },
  ];
}

export function DecisionForm({ file, review }: DecisionFormProps) {
  const { form, change, problems } = review;
  return (
    <Card title="您的决定">
      <ChoiceField
        id={fieldId('outcome')}
        label="怎么处理"
        choices={outcomesOf(file)}
        value={form.outcome}
        error={problems.outcome}
        onChange={outcome => change({ outcome, template: null, values: {} }, 'outcome')}
      />
      {form.outcome === 'donor' && <DonorFields review={review} />}
      {form.outcome === 'approve' && <BasisFields file={file} review={review} />}
      {form.outcome === 'refuse' && (
        <SelectField
          id={fieldId('ground')}
          label="依据的条款"
          choices={refusalGrounds.map(value => ({
            value,
            label: `${REFUSAL_GROUNDS[value].words}（${REFUSAL_GROUNDS[value].clause}）`,
          }))}
          value={form.ground}
          error={problems.ground}
          onChange={ground => change({ ground }, 'ground')}
        />
      )}
      {(form.outcome === 'approve' || form.outcome === 'refuse' || form.outcome === 'ask') && (
        <WordsFields review={review} outcome={form.outcome} />
      )}
    </Card>
  );
}

function DonorFields({ review: { form, change, problems } }: { readonly review: Review }) {
  return (
    <>
      <ChoiceField
        id={fieldId('donorSaid')}
        label="献血者怎么说"
        choices={[
          { value: 'agreed', label: '同意查询，也同意使用额度' },
          { value: 'declined', label: '不同意' },
        ]}
        value={form.donorSaid}
        error={problems.donorSaid}
        onChange={donorSaid => change({ donorSaid }, 'donorSaid')}
      />
      <ChoiceField
        id={fieldId('how')}
        label="怎么答复的"
        choices={[
          { value: 'phone', label: '电话，核对过本人身份' },
          { value: 'counter', label: '本人到窗口' },
        ]}
        value={form.how}
        error={problems.how}
        onChange={how => change({ how }, 'how')}
      />
    </>
  );
}

/** Each doubt with what settles it; a doubt that is left open cannot be approved. */
function BasisFields({ file, review: { form, change, problems } }: DecisionFormProps) {
  return (
    <>
      {file.toSettle.map(reason => (
        <SelectField
          key={reason}
          id={fieldId(`basis.${reason}`)}
          label={`${reasonNames[reason].replace(/。$/, '')}：依据`}
          choices={basesFor(reason).map(value => ({
            value,
            label: `${REVIEW_BASES[value].words}（${REVIEW_BASES[value].clause}）`,
          }))}
          value={form.bases[reason] ?? null}
          error={problems[`basis.${reason}`]}
          onChange={basis => change({ bases: { ...form.bases, [reason]: basis } }, `basis.${reason}`)}
        />
      ))}
      {isElsewhere(file) && (
        <>
          <TextField
            id={fieldId('rule')}
            label="献血地的规定"
            hint="办法名称和条款"
            maxLength={200}
            value={form.rule}
            error={problems.rule}
            onChange={rule => change({ rule }, 'rule')}
          />
          <TextField
            id={fieldId('quota')}
            label="按献血地规定的额度（元）"
            hint="以前按外省献血减免过的会自动扣除"
            maxLength={16}
            value={form.quota}
            error={problems.quota}
            onChange={quota => change({ quota }, 'quota')}
          />
        </>
      )}
    </>
  );
}

interface WordsFieldsProps {
  readonly review: Review;
  readonly outcome: 'approve' | 'refuse' | 'ask';
}

/** A template, its fields, and the words as the claimant will read them. */
function WordsFields({ review: { form, change, problems }, outcome }: WordsFieldsProps) {
  const templates = templatesFor(outcome);
  const chosen = templates.find(({ id }) => id === form.template);
  const words = finalWords(form);
  return (
    <>
      <SelectField
        id={fieldId('template')}
        label="给申请人的话"
        choices={templates.map(({ id, title }) => ({ value: id, label: title }))}
        value={form.template}
        error={problems.template}
        onChange={template => change({ template, values: {} }, 'template')}
      />
      {chosen?.fields.map(({ name, label, hint }) => (
        <TextField
          key={name}
          id={fieldId(`value.${name}`)}
          label={label}
          hint={hint}
          multiline
          maxLength={300}
          value={form.values[name] ?? ''}
          error={problems[`value.${name}`]}
          onChange={value => change({ values: { ...form.values, [name]: value } }, `value.${name}`)}
        />
      ))}
      {words !== '' && (
        <View className="review-words">
          <View className="t-note t-quiet">申请人会看到</View>
          <View>{words}</View>
        </View>
      )}
    </>
  );
}
