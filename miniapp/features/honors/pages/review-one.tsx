import { useState } from 'react';
import { View } from '@tarojs/components';
import { decideHonor, getHonorApplication } from '@contract/honors';
import { sayBloodGroup } from '@miniapp/features/certificates/show';
import { apiBase } from '@miniapp/platform/build';
import { replaceWith, routes, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Column, Columns } from '@miniapp/ui/columns';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { GuidedPhoto } from '../components/guided-photo';
import { ReasonField } from '../components/reason-field';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '审核照片' });

const choices = [
  { value: 'accept', label: '照片可用，发证', note: '只有一个人、正面、清楚，和申请人相符' },
  { value: 'refuse', label: '退回，请重拍', note: '写明哪里不合适' },
] as const;

const templates = [
  '照片上不止一个人，请换只有您本人的照片。',
  '脸部不够清楚，请在光线好的地方重拍。',
  '不是正面，请正对镜头重拍。',
  '戴着帽子、墨镜或口罩，请取下后重拍。',
  '头部太小或太大，请参照一寸证件照重拍。',
];

export default function ReviewHonorPage() {
  useWide();
  const applicationId = useParam('applicationId');
  const application = useQuery(getHonorApplication, { applicationId });
  const decision = useCommand(decideHonor);
  const [choice, setChoice] = useState<'accept' | 'refuse' | null>(null);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const waiting = application.kind === 'ready' && application.value.state === 'waiting' ? application.value : null;
  const send = async () => {
    if (!waiting) return;
    const found: Record<string, string> = {};
    if (choice === null) found.accept = '请选择发证还是退回。';
    if (choice === 'refuse' && reason.trim().length < 4) found.reason = '请写明原因，至少 4 个字，申请人会看到。';
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const words = choice === 'refuse' ? reason.trim() : undefined;
    const answer = await decision.run({
      applicationId,
      version: waiting.version,
      accept: choice === 'accept',
      reason: words,
    });
    if (answer?.ok) await replaceWith(routes.reviewHonors());
  };
  return (
    <Page
      title="审核照片"
      action={
        waiting && (
          <Button busy={decision.busy} onPress={() => void send()}>
            提交决定
          </Button>
        )
      }
    >
      <ErrorSummary problems={problems} text={decision.refusal ? say(decision.refusal) : undefined} />
      <Loaded query={application} say={say}>
        {({ state, photo, name, maskedDocument, bloodGroup, city, count, admitted }) => (
          <>
            <Columns>
              <Column>
                <Card title="照片">
                  {photo ? (
                    <>
                      <GuidedPhoto address={apiBase + photo.url} label="申请人提交的照片" />
                      <View className="t-note t-quiet">
                        虚线是一寸证件照的大致位置：头顶到下巴约占照片高度的六成，脸在中间。偏一点没有关系，由您判断。
                      </View>
                    </>
                  ) : (
                    <View className="t-body">照片已经删除。</View>
                  )}
                </Card>
              </Column>
              <Column>
                <Card title="证上的内容">
                  <Facts
                    items={[
                      { label: '姓名', value: name },
                      { label: '证件号码', value: maskedDocument },
                      { label: '血型', value: bloodGroup ? sayBloodGroup(bloodGroup) : '没有记录' },
                      { label: '地区', value: city },
                      { label: '奖次', value: `${count} 次${admitted ? '（外省获奖，已准入）' : ''}` },
                    ]}
                  />
                </Card>
                {state === 'waiting' ? (
                  <Card title="您的决定">
                    <ChoiceField
                      id={fieldId('accept')}
                      label="照片"
                      choices={choices}
                      value={choice}
                      error={problems.accept}
                      onChange={setChoice}
                    />
                    {choice === 'refuse' && (
                      <ReasonField
                        hint="申请人会看到，请写得平和、具体"
                        templates={templates}
                        value={reason}
                        error={problems.reason}
                        onChange={setReason}
                      />
                    )}
                  </Card>
                ) : (
                  <EmptyState icon="check-circle" title="这份申请不用再审" text="已经有人处理过了。" />
                )}
              </Column>
            </Columns>
          </>
        )}
      </Loaded>
    </Page>
  );
}
