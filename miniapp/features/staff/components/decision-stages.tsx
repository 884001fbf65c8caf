import { REFUSAL_GROUNDS, REVIEW_BASES } from '@rules/waiver-review';
import { sayYuan } from '@miniapp/platform/money';
import { goBack } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Confirm } from '@miniapp/ui/confirm';
import { type Fact } from '@miniapp/ui/facts';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { type Tone } from '@miniapp/ui/tag';
import { sayFee } from '@miniapp/features/waivers/say-fee';
import { finalWords, isElsewhere, type ReviewFile } from '../review-form';
import { reasonNames } from '../review-words';
import { type Done, type Review } from '../use-review';

interface StageProps {
  readonly file: ReviewFile;
  readonly review: Review;
}

const titles = { approve: '确认同意减免', refuse: '确认不予减免', ask: '确认请申请人补充', donor: '确认献血者的答复' };

/** Money follows, so the decision and the final words are read once more before they are sent. */
export function DecisionConfirm({ file, review }: StageProps) {
  const { form } = review;
  const title = titles[form.outcome ?? 'ask'];
  return (
    <Confirm
      title={title}
      facts={[
        { label: '申请编号', value: file.claim.number },
        { label: '用血的人', value: file.claim.patientMaskedName },
        { label: '用血费用', value: sayFee(file.claim) },
        ...factsOf(file, review),
      ]}
      refusal={review.refusal}
      confirmLabel={title}
      onConfirm={() => void review.send(file)}
      busy={review.busy}
      onBack={review.write}
    />
  );
}

function factsOf(file: ReviewFile, { form }: Review): Fact[] {
  if (form.outcome === 'donor')
    return [{ label: '献血者', value: form.donorSaid === 'agreed' ? '同意，接着查询登记' : '不同意，申请到此结束' }];
  const words = { label: '给申请人的话', value: finalWords(form) };
  if (form.outcome === 'refuse' && form.ground)
    return [{ label: '依据', value: REFUSAL_GROUNDS[form.ground].words }, words];
  if (form.outcome !== 'approve') return [words];
  const bases = file.toSettle.flatMap(reason => {
    const basis = form.bases[reason];
    return basis ? [{ label: reasonNames[reason].replace(/。$/, ''), value: REVIEW_BASES[basis].words }] : [];
  });
  const amount = isElsewhere(file)
    ? { label: '额度', value: `${form.quota} 元（${form.rule}），须由另一位审核员复核` }
    : {
        label: '减免',
        value: `${sayYuan(file.proposal.waivedFen)} 元${file.proposal.needsSecond ? '，须由另一位审核员复核' : ''}`,
      };
  return [...bases, amount, words];
}

export function SecondConfirm({ file, review }: StageProps) {
  const yes = review.stage === 'second-yes';
  const proposed = file.decisions.find(({ state }) => state === 'proposed');
  return (
    <Confirm
      title={yes ? '确认复核通过' : '确认退回重新审核'}
      facts={[
        { label: '申请编号', value: file.claim.number },
        { label: '减免', value: `${sayYuan(proposed?.waivedFen ?? 0)} 元` },
        { label: '给申请人的话', value: proposed?.words ?? '' },
        { label: '复核意见', value: review.note },
      ]}
      refusal={review.refusal}
      confirmLabel={yes ? '确认复核通过' : '确认退回'}
      onConfirm={() => void review.sendSecond()}
      busy={review.busy}
      onBack={review.write}
    />
  );
}

const outcomes: Readonly<Record<Done, { tone: Exclude<Tone, 'info'>; title: string; text: string }>> = {
  approved: { tone: 'done', title: '已同意减免', text: '申请人会收到通知。' },
  refused: { tone: 'look', title: '已决定不予减免', text: '申请人会收到通知，可以在期限内申诉。' },
  asked: { tone: 'wait', title: '已请申请人补充', text: '补充以后，或者期限过了，申请会回到列表。' },
  proposed: { tone: 'wait', title: '已提交复核', text: '由另一位审核员确认以后才生效。' },
  returned: { tone: 'look', title: '已退回重新审核', text: '申请已经回到列表。' },
  checking: { tone: 'wait', title: '正在查询登记', text: '系统接着核对；不能自动决定的，会回到列表。' },
};

export function DecisionDone({ done }: { readonly done: Done }) {
  return (
    <Page title="已处理" action={<Button onPress={() => void goBack()}>看下一份申请</Button>}>
      <Outcome {...outcomes[done]} />
    </Page>
  );
}
