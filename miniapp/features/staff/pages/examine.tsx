import { examineForm, signExamination } from '@contract/questionnaires';
import { useEffect, useState } from 'react';
import { sayTime } from '@miniapp/platform/chinese-date';
import { goBack, useParam } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { wordsFor } from '@miniapp/platform/words';
import { SignaturePad } from '@miniapp/features/questionnaires/components/signature-pad';
import { type Stroke } from '@miniapp/features/questionnaires/stroke';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { JustDone } from '../components/just-done';
import { say, type StaffVisit } from '../nurse-words';
import { useStaffVisit } from '../use-staff-visit';
import { useVisitActs } from '../use-visit-acts';

definePageConfig({ navigationBarTitleText: '征询签名' });

const sayForm = wordsFor([examineForm, signExamination], {
  QUESTIONNAIRE_MISSING: '今天的征询表还没有签名提交，请先让献血者填好。',
  FORM_NOT_OPENED: '征询表有更新，或者您还没有打开看过。请先看过现在这一份再签名。',
  ALREADY_SIGNED: '这份征询表已经签过名了。',
  SIGNATURE_TOO_SHORT: '签名太短了，请重新写下您的全名。',
});

export default function ExaminePage() {
  const record = useStaffVisit(useParam('visitId'));
  if (record.kind === 'ready') return <Examining visit={record.value.visit} />;
  return (
    <Page title="征询签名">
      <Loaded query={record} say={say}>
        {() => null}
      </Loaded>
    </Page>
  );
}

/** Opened once for this page: each opening is shown to the donor. */
function Examining({ visit }: { readonly visit: StaffVisit }) {
  const { appointmentId, number, maskedName, stage, state } = visit;
  const acts = useVisitActs(async () => undefined);
  const form = useCommand(examineForm);
  const signing = useCommand(signExamination);
  const [opened, setOpened] = useState<Awaited<ReturnType<typeof form.run>>>(null);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [signed, setSigned] = useState(false);
  const open = form.run;
  useEffect(() => {
    void open({ appointmentId }).then(answer => answer && setOpened(answer));
  }, [appointmentId, open]);
  const sign = async () => {
    const answer = await signing.run({ appointmentId, signature: { strokes: strokes.map(stroke => [...stroke]) } });
    if (answer?.ok) setSigned(true);
    else if (answer?.code === 'SIGNATURE_TOO_SHORT') setStrokes([]);
  };
  const finish = async () => {
    if (await acts.act(visit, 'finish')) await goBack();
  };
  const onward =
    stage === 'interview' && state === 'called' ? (
      <Button busy={acts.busy} onPress={() => void finish()}>
        征询完成，去快检
      </Button>
    ) : (
      <Button onPress={() => void goBack()}>回到这位献血者</Button>
    );
  if (signed)
    return (
      <Page title="征询签名" action={onward}>
        <JustDone acts={acts} />
        <Outcome tone="done" title="已共同签名" text="献血者和您的签名会一起留在电子档案里。" />
      </Page>
    );
  const value = opened?.ok ? opened.value : null;
  const action = value?.examinedAt
    ? onward
    : value && (
        <Button busy={signing.busy} disabled={strokes.length === 0} onPress={() => void sign()}>
          签好了，提交
        </Button>
      );
  return (
    <Page title="征询签名" action={action}>
      <JustDone acts={acts} />
      {form.refusal && (
        <Notice tone="look" title="打不开征询表" announce>
          {sayForm(form.refusal)}
        </Notice>
      )}
      {signing.refusal && (
        <Notice tone="look" title="还没有签名" announce>
          {sayForm(signing.refusal)}
        </Notice>
      )}
      <Heading>{`${number} · ${maskedName}`}</Heading>
      {value && (
        <>
          <Card title={`${sayTime(value.submittedAt)} 提交的回答`}>
            <Facts
              items={value.items.map(({ text, answer, carried }) => ({
                label: text,
                value: carried ? `${answer}（沿用上次，已核对）` : answer,
              }))}
            />
          </Card>
          {value.examinedAt ? (
            <Notice tone="done" title={`${sayTime(value.examinedAt)} 已由体检人员签名`} />
          ) : (
            <>
              <Heading>体检人员签名</Heading>
              <SignaturePad strokes={strokes} onChange={setStrokes} />
              <Button kind="secondary" disabled={strokes.length === 0} onPress={() => setStrokes([])}>
                清除重写
              </Button>
            </>
          )}
        </>
      )}
    </Page>
  );
}
