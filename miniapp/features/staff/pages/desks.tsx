import { listTodaysVisits } from '@contract/visits';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { CheckRow } from '@miniapp/ui/field-choice';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { unserved } from '../desk-drafts';
import { say, type Today } from '../nurse-words';
import { sayStages, stageNames, stageOrder } from '../station-words';
import { useSiteDesks } from '../use-site-desks';

definePageConfig({ navigationBarTitleText: '本站的窗口' });

export default function DesksPage() {
  const today = useQuery(listTodaysVisits, {});
  if (today.kind === 'ready') return <Desks today={today.value} />;
  return (
    <Page title="本站的窗口">
      <Loaded query={today} say={say}>
        {() => null}
      </Loaded>
    </Page>
  );
}

/** Which desks stand open today and what each does: calls, waiting times and the screen follow from it. */
function Desks({ today }: { readonly today: Today }) {
  const { desks, change, turn, add, remove, save, problems, busy } = useSiteDesks(today);
  const errors = problems.atFields;
  const open = unserved(desks);
  return (
    <Page
      title="本站的窗口"
      action={
        <Button busy={busy} onPress={() => void save()}>
          保存
        </Button>
      }
    >
      <ErrorSummary problems={problems.summary} text={problems.text} />
      <Notice tone="info">叫号按这里分：每个窗口只叫自己负责的环节。等候时间也按开着的窗口数估算。</Notice>
      {desks.length > 0 && open.length > 0 && (
        <Notice tone="look" title={`${sayStages(open)}没有窗口`}>
          到这一步的献血者不会被叫到。
        </Notice>
      )}
      {desks.map(({ name, stages }, at) => (
        <Card key={at} title={name.trim() || `第 ${at + 1} 个窗口`}>
          <TextField
            id={fieldId(`desks.${at}.name`)}
            label="名字"
            hint="叫号时大屏和手机上就写这个"
            maxLength={20}
            error={errors[`desks.${at}.name`]}
            value={name}
            onChange={text => change(at, { name: text })}
          />
          {errors[`desks.${at}.stages`] && <Notice tone="look">{errors[`desks.${at}.stages`]}</Notice>}
          {stageOrder
            .filter(stage => stage !== 'rest')
            .map(stage => (
              <CheckRow
                key={stage}
                id={fieldId(`desks.${at}.${stage}`)}
                label={stageNames[stage]}
                checked={stages.includes(stage)}
                onChange={on => turn(at, stage, on)}
              />
            ))}
          <Button kind="quiet" onPress={() => remove(at)}>
            关掉这个窗口
          </Button>
        </Card>
      ))}
      <Button kind="secondary" onPress={add}>
        加一个窗口
      </Button>
      <Notice tone="info">全部关掉再保存，就回到默认：登记台、征询室、快检台和每张采血椅各一个。</Notice>
    </Page>
  );
}
