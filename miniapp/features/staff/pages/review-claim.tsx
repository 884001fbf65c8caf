import { View } from '@tarojs/components';
import { openReview } from '@contract/waiver-review';
import { sayTime } from '@miniapp/platform/chinese-date';
import { useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { ClaimProgress } from '@miniapp/features/waivers/components/claim-progress';
import { ClaimUploads } from '@miniapp/features/waivers/components/claim-uploads';
import { DecisionForm } from '../components/decision-form';
import { DecisionConfirm, DecisionDone, SecondConfirm } from '../components/decision-stages';
import { PastDecisions } from '../components/past-decisions';
import { ReviewAnswers } from '../components/review-answers';
import { ReviewBills } from '../components/review-bills';
import { ReviewLedger } from '../components/review-ledger';
import { ReviewProposal } from '../components/review-proposal';
import '../components/review-row.scss';
import { ReviewSaid } from '../components/review-said';
import { SecondForm } from '../components/second-form';
import { type ReviewFile } from '../review-form';
import { say } from '../review-words';
import { type Review, useReview } from '../use-review';

definePageConfig({ navigationBarTitleText: '审核减免申请' });

export default function ReviewClaimPage() {
  useWide();
  const claimId = useParam('claimId');
  const file = useQuery(openReview, { claimId });
  const review = useReview(claimId, file.reload);
  if (review.done) return <DecisionDone done={review.done} />;
  if (review.stage !== 'write' && file.kind === 'ready')
    return review.stage === 'confirm' ? (
      <DecisionConfirm file={file.value} review={review} />
    ) : (
      <SecondConfirm file={file.value} review={review} />
    );
  return (
    <Page title="审核减免申请" action={file.kind === 'ready' && nextAct({ file: file.value, review })}>
      <ErrorSummary problems={review.summary} text={review.text} />
      <Loaded query={file} say={say}>
        {value => <Workbench file={value} review={review} />}
      </Loaded>
    </Page>
  );
}

interface PartProps {
  readonly file: ReviewFile;
  readonly review: Review;
}

const isMine = ({ claim, lease }: ReviewFile): boolean => claim.state === 'needs_person' && lease.holder === 'me';

/** Not a component: without an act there is no bar. */
function nextAct({ file, review }: PartProps) {
  const { claim, lease, isOwn, stage } = file;
  if (claim.state !== 'needs_person' || isOwn || lease.holder === 'other') return null;
  if (lease.holder === 'nobody')
    return (
      <Button busy={review.busy} onPress={() => void review.acceptTake()}>
        领取这份申请
      </Button>
    );
  return (
    <>
      {stage === 'second' ? (
        <Button onPress={() => review.lookSecond(true)}>复核通过</Button>
      ) : (
        <Button onPress={() => review.look(file)}>提交决定</Button>
      )}
      <Button kind="quiet" busy={review.busy} onPress={() => void review.putBack()}>
        放回列表
      </Button>
    </>
  );
}

/** Said | answered | decided: three columns where there is room. */
function Workbench({ file, review }: PartProps) {
  const { claim, lease, isOwn, stage } = file;
  const mine = isMine(file);
  return (
    <>
      {isOwn && (
        <Notice tone="info" title="须由另一位审核员办理">
          这份申请由您提出意见或者作过原来的决定，您可以查看，不能办理。
        </Notice>
      )}
      {lease.until !== null && (
        <Notice tone={mine ? 'info' : 'wait'}>
          {mine
            ? `您已领取，${sayTime(lease.until)} 前有效；每次操作重新计时。`
            : `同事正在办理，到 ${sayTime(lease.until)}。`}
        </Notice>
      )}
      <View className="review-side">
        <View className="review-part">
          <ReviewSaid file={file} />
          {claim.crossing && <ClaimUploads claimId={claim.id} />}
          <ReviewBills claim={claim} mayEnter={mine && stage !== 'second'} />
        </View>
        <View className="review-part">
          <ReviewAnswers evidence={file.evidence} />
          <ReviewLedger file={file} />
        </View>
        <View className="review-part">
          <ReviewProposal file={file} />
          {mine &&
            (stage === 'second' ? (
              <SecondForm file={file} review={review} />
            ) : (
              <DecisionForm file={file} review={review} />
            ))}
          <PastDecisions decisions={file.decisions} />
          <ClaimProgress claim={claim} reader="reviewer" />
        </View>
      </View>
    </>
  );
}
