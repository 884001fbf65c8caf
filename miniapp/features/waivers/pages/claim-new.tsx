import { getMe } from '@contract/identity';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { BillFields } from '../components/bill-fields';
import { ClaimCheck } from '../components/claim-check';
import { DonorFields } from '../components/donor-fields';
import { HospitalField } from '../components/hospital-field';
import { PatientFields } from '../components/patient-fields';
import { StayFields } from '../components/stay-fields';
import { useClaimForm } from '../use-claim-form';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '申请用血减免' });

export default function NewClaimPage() {
  const me = useQuery(getMe, {});
  // From another claim on the same stay: a second donor for the rest of the fee.
  const form = useClaimForm({ admittedOn: useParam('admittedOn'), dischargedOn: useParam('dischargedOn') });
  const hospital = useParam('hospital');
  const person = me.kind === 'ready' ? me.value.person : null;
  const myName = person?.maskedName ?? '';
  if (person && form.stage === 'check') return <ClaimCheck form={form} myName={myName} />;
  return (
    <Page title="申请用血减免" action={person && <Button onPress={form.look}>下一步</Button>}>
      <ErrorSummary problems={form.summary} text={form.text} />
      {form.openAlready && (
        <Button kind="secondary" onPress={() => void go(routes.claims())}>
          查看我的申请
        </Button>
      )}
      <Loaded query={me} say={say}>
        {() => (
          <>
            <PatientFields form={form} myName={myName} />
            <DonorFields form={form} withLinks />
            <HospitalField form={form} sought={hospital} />
            <StayFields form={form} />
            <BillFields form={form} />
            <Card flush>
              <ListRow
                icon="form"
                title="献血或者住院在外省？"
                note="用跨省申请，上传献血证或者出院票据"
                onPress={() => void go(routes.newCrossClaim())}
              />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
