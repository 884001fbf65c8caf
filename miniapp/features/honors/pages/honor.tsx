import { getMyHonor, openHonorFile } from '@contract/honors';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { openPdf, openPicture } from '@miniapp/platform/open-file';
import { go, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { CityPractices } from '../components/city-practices';
import { HonorPaper } from '../components/honor-paper';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '荣誉证' });

export default function HonorPage() {
  const honor = useQuery(getMyHonor, {});
  const file = useCommand(openHonorFile);
  const open = async (form: 'pdf' | 'picture') => {
    const answer = await file.run({ form });
    if (answer?.ok) await (form === 'pdf' ? openPdf : openPicture)(answer.value.url);
  };
  const value = honor.kind === 'ready' ? honor.value : null;
  const waiting = value?.application?.state === 'waiting';
  const mayApply = value?.eligible === true && !waiting;
  return (
    <Page
      title="荣誉证"
      action={
        mayApply && !value.certificate && <Button onPress={() => void go(routes.applyForHonor())}>申领荣誉证</Button>
      }
    >
      {file.refusal && (
        <Notice tone="look" announce>
          {say(file.refusal)}
        </Notice>
      )}
      <Loaded query={honor} say={say}>
        {mine => (
          <>
            {mine.application?.state === 'waiting' && (
              <Notice tone="wait" title="正在审核照片">
                工作人员看过照片后就发证，发出时会通知您，不用您再来。
              </Notice>
            )}
            {mine.application?.state === 'refused' && (
              <Notice tone="look" title="照片需要重拍">
                {`原因：${mine.application.reason ?? '照片不合要求'}。换一张照片再申请就可以。`}
              </Notice>
            )}
            {mine.revokedOn && (
              <Notice tone="stop" title="荣誉证已撤销">
                {`${sayMonthDay(mine.revokedOn, '')}起不再有效。如有疑问，请联系血站。`}
              </Notice>
            )}
            {mine.certificate ? (
              <HonorPaper certificate={mine.certificate} busy={file.busy} onOpen={form => void open(form)} />
            ) : (
              !waiting && <Standing eligible={mine.eligible} count={mine.count} needed={mine.neededCount} />
            )}
            {mine.certificate && mayApply && (
              <Button kind="quiet" onPress={() => void go(routes.applyForHonor())}>
                换照片，重新发证
              </Button>
            )}
            <CityPractices cities={mine.cities} clause={mine.clause} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Standing({ eligible, count, needed }: { eligible: boolean; count: string; needed: number }) {
  return eligible ? (
    <Outcome
      tone="done"
      title="您可以申领荣誉证"
      text="只需要一张照片，其他信息我们已经有了。不收费用，不用跑腿，终身有效。"
    />
  ) : (
    <Outcome
      tone="wait"
      title={`还没有达到 ${needed} 次`}
      text={`您目前的奖次是 ${count} 次。达到后我们会主动通知您，不用自己惦记。在外省获得过国家奉献奖的，这里查不到外省的记录，请带证书联系献血点，核对后就能申领。`}
    />
  );
}
