import { View } from '@tarojs/components';
import { useState } from 'react';
import { listMyReports } from '@contract/surveys';
import { type Output } from '@contract/endpoint';
import { sayDate, sayMonthDay, today } from '@miniapp/platform/chinese-date';
import { useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { CheckRow, ChoiceField } from '@miniapp/ui/field-choice';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Field } from '@miniapp/ui/field';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { CallStation } from '../components/call-station';
import { CareAnswer } from '../components/care-answer';
import { EarlierReports } from '../components/earlier-reports';
import { LateInformation } from '../components/late-information';
import { useReport } from '../use-report';
import { say, severities, type Symptom, symptomWords, typeWords } from '../words';

definePageConfig({ navigationBarTitleText: '报告不适' });

type Reports = Output<typeof listMyReports>;

const symptoms = Object.entries(symptomWords) as [Symptom, string][];

export default function ReportPage() {
  const reports = useQuery(listMyReports, {});
  const asked = useParam('donationId');
  const [chosen, setChosen] = useState<string | null>(null);
  const donations = reports.kind === 'ready' ? reports.value.donations : [];
  const donation = donations.find(({ donationId }) => donationId === (chosen ?? asked)) ?? donations[0];
  const form = useReport(donation?.donationId);
  if (form.done)
    return (
      <Page title="报告不适">
        <CareAnswer answer={form.done} title="血站已经收到">
          {form.done.tellLate && donation && <LateInformation donationId={donation.donationId} />}
        </CareAnswer>
      </Page>
    );
  const action = donation && (
    <Button busy={form.busy} onPress={() => void form.send()}>
      提交
    </Button>
  );
  return (
    <Page title="报告不适" action={action}>
      <ErrorSummary problems={form.summary} text={form.text} />
      <Loaded query={reports} say={say}>
        {value => (
          <>
            {donation ? (
              <>
                <Notice tone="stop" title="胸闷、喘不上气、晕倒过，请马上拨打 120" />
                <WhichDonation donations={value.donations} chosen={donation.donationId} onChoose={setChosen} />
                <Fields form={form} donatedOn={donation.donatedOn} />
                <CallStation phone={donation.phone} />
              </>
            ) : (
              <EmptyState
                icon="check-circle"
                title="最近 30 天没有献血"
                text="时间更早的献血后有不适，请直接打电话给血站。"
              >
                <CallStation phone="96614" />
              </EmptyState>
            )}
            <EarlierReports reports={value.items} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface WhichDonationProps {
  readonly donations: Reports['donations'];
  readonly chosen: string;
  readonly onChoose: (donationId: string) => void;
}

function WhichDonation({ donations, chosen, onChoose }: WhichDonationProps) {
  const nameOf = ({ donatedOn, siteName, type }: Reports['donations'][number]) =>
    `${sayMonthDay(donatedOn)}，${siteName}，${typeWords[type]}`;
  const [only] = donations;
  if (donations.length === 1 && only) return <View className="t-quiet">{`这次献血：${nameOf(only)}`}</View>;
  return (
    <ChoiceField
      id={fieldId('donationId')}
      label="哪一次献血"
      choices={donations.map(donation => ({ value: donation.donationId, label: nameOf(donation) }))}
      value={chosen}
      onChange={onChoose}
    />
  );
}

function Fields({ form, donatedOn }: { readonly form: ReturnType<typeof useReport>; readonly donatedOn: string }) {
  return (
    <>
      <Field id={fieldId('symptoms')} label="哪里不舒服" hint="可以选几项" error={form.atFields.symptoms}>
        <View className="ui-choices" id={fieldId('symptoms')}>
          {symptoms.map(([value, label]) => (
            <CheckRow
              key={value}
              id={`symptom-${value}`}
              label={label}
              checked={form.symptoms.includes(value)}
              onChange={on => form.toggle(value, on)}
            />
          ))}
        </View>
      </Field>
      <ChoiceField
        id={fieldId('severity')}
        label="有多重"
        error={form.atFields.severity}
        choices={severities}
        value={form.severity}
        onChange={form.setSeverity}
      />
      <DateField
        id={fieldId('startedOn')}
        label="从哪天开始"
        hint={sayDate(form.startedOn)}
        error={form.atFields.startedOn}
        from={donatedOn}
        to={today()}
        value={form.startedOn}
        onChange={form.setStartedOn}
      />
      <TextField
        id={fieldId('words')}
        label="想补充的话"
        optional
        multiline
        maxLength={500}
        error={form.atFields.words}
        value={form.words}
        onChange={form.setWords}
      />
    </>
  );
}
