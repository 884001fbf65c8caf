import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { addDays } from '@rules/calendar';
import { getEdition } from '@rules/edition';
import { today } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { showElement } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Heading } from '@miniapp/ui/heading';
import { Page } from '@miniapp/ui/page';
import { NothingSent } from '../components/nothing-sent';
import { StepDonations } from '../components/step-donations';
import { StepIllness } from '../components/step-illness';
import { StepPerson } from '../components/step-person';
import { StepRecent } from '../components/step-recent';
import { Verdict } from '../components/verdict';
import { useSelfCheck, type SelfCheck } from '../use-self-check';

definePageConfig({ navigationBarTitleText: '我能献血吗' });

const questions = {
  person: { title: '先说说您自己', Step: StepPerson },
  donations: { title: '上一次献血', Step: StepDonations },
  recent: { title: '最近有过这些吗', Step: StepRecent },
  illness: { title: '有没有这些慢性病', Step: StepIllness },
} as const;

/** A day in a year's time cannot be booked yet: the way there would end at times that are not this person's. */
const isOpen = (date: string | undefined): boolean =>
  date !== undefined && date <= addDays(today(), getEdition('appointment', today()).rules.bookableDaysAhead.value);

export default function CheckPage() {
  const check = useSelfCheck();
  const { result, draft, again, at } = check;
  const seen = useRef(false);
  // Each step begins at its top, also after a long one; the first is there already.
  useEffect(() => {
    if (seen.current) showElement('self-check-top');
    seen.current = true;
  }, [at, result]);
  if (!result) return <Questions check={check} />;
  const mayBook = result.verdict === 'yes' || (result.verdict === 'not_before' && isOpen(result.date));
  return (
    <Page
      title="我能献血吗"
      action={mayBook && <Button onPress={() => void go(routes.booking())}>去看献血点和时间</Button>}
    >
      <View id="self-check-top" />
      <Verdict result={result} type={draft.type} onAgain={again} />
    </Page>
  );
}

function Questions({ check }: { readonly check: SelfCheck }) {
  const { step, at, count, next, back, summary } = check;
  const { title, Step } = questions[step];
  return (
    <Page title="我能献血吗" action={<Button onPress={next}>{at + 1 < count ? '下一步' : '看结果'}</Button>}>
      <ErrorSummary problems={summary} />
      <View id="self-check-top">
        <View className="t-note t-quiet">{`第 ${at + 1} 步，共 ${count} 步`}</View>
        <Heading>{title}</Heading>
        {(step === 'recent' || step === 'illness') && (
          <View className="t-quiet">有就点一下；都没有，直接到下一步。</View>
        )}
      </View>
      <Step {...check} />
      {at > 0 && (
        <Button kind="quiet" icon="back" onPress={back}>
          上一步
        </Button>
      )}
      {at === 0 && <NothingSent />}
    </Page>
  );
}
