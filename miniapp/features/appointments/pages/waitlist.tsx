import { getSite } from '@contract/sites';
import { today } from '@miniapp/platform/chinese-date';
import { useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { asBookableType } from '../appointment';
import { BookingRefusal } from '../components/booking-refusal';
import { Lines } from '../components/lines';
import { OwnHours } from '../components/own-hours';
import { WaitDaysField } from '../components/wait-days-field';
import { useHoldSlot } from '../use-hold-slot';
import { useNextDates } from '../use-next-date';
import { dayParts, useWaitForm } from '../use-wait-form';
import { waitDays } from '../wait-days';
import { say, typeNames, waitRules } from '../words';

definePageConfig({ navigationBarTitleText: '登记候补' });

export default function WaitlistPage() {
  const siteId = useParam('siteId');
  const type = asBookableType(useParam('type'));
  const site = useQuery(getSite, { siteId });
  const next = useNextDates().nextDates.find(date => date.type === type);
  const form = useWaitForm(siteId, type, useParam('on'));
  const hold = useHoldSlot();
  // Nobody waits for a day on which the rules do not let them donate.
  const from = next?.possibleNow === false && next.date ? next.date : today();
  const days = site.kind === 'ready' ? waitDays(site.value, from) : [];
  const refusal = hold.refusal ?? form.command.refusal;
  const action = days.length > 0 && (
    <Button busy={form.command.busy} onPress={() => void form.join(days)}>
      登记候补
    </Button>
  );
  return (
    <Page title="登记候补" action={action}>
      <ErrorSummary problems={form.problems.summary} />
      {refusal && (
        <BookingRefusal
          title="没有登记候补"
          refusal={refusal}
          timesBelow
          onTake={({ slotId }) => void hold.take({ slotId, siteId, type })}
        />
      )}
      <Loaded query={site} say={say}>
        {({ name }) =>
          days.length === 0 ? (
            <EmptyState icon="calendar" title="近期没有开放的日子" text="请换一个献血点，或过几天再来看。" />
          ) : (
            <>
              <Card title={`${name} · ${typeNames[type]}`}>
                <WaitDaysField
                  id={fieldId('days')}
                  error={form.problems.atFields.days}
                  days={days}
                  chosen={form.days}
                  onToggle={form.toggle}
                />
                <ChoiceField
                  id={fieldId('part')}
                  label="什么钟点"
                  choices={dayParts}
                  value={form.part}
                  onChange={form.setPart}
                />
                {form.part === 'own' && (
                  <OwnHours own={form.own} error={form.problems.atFields.hours} onChange={form.chooseOwn} />
                )}
              </Card>
              <Card title="候补是怎么回事">
                <Lines items={waitRules} />
              </Card>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
