import { getMe } from '@contract/identity';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { CrossBill } from '../components/cross-bill';
import { CrossCheck } from '../components/cross-check';
import { CrossPlaces } from '../components/cross-places';
import { DonorFields } from '../components/donor-fields';
import { HospitalField } from '../components/hospital-field';
import { StayFields } from '../components/stay-fields';
import { UploadField } from '../components/upload-field';
import { neededKinds } from '../cross-form';
import { useCrossForm } from '../use-cross-form';
import { sayCross } from '../words';

definePageConfig({ navigationBarTitleText: '跨省用血减免' });

/** The blood was given or used in another province: what no register here knows is photographed. */
export default function CrossClaimPage() {
  const me = useQuery(getMe, {});
  const form = useCrossForm();
  const person = me.kind === 'ready' ? me.value.person : null;
  if (person && form.stage === 'check') return <CrossCheck form={form} myName={person.maskedName} />;
  const { crossing } = form.draft;
  return (
    <Page title="跨省用血减免" action={person && <Button onPress={form.look}>下一步</Button>}>
      <ErrorSummary problems={form.summary} text={form.text} />
      <Loaded query={me} say={sayCross}>
        {() => (
          <>
            <CrossPlaces form={form} />
            {crossing && (
              <>
                <DonorFields form={form} />
                {crossing === 'treated' ? <CrossBill form={form} /> : <HospitalField form={form} sought="" />}
                <StayFields form={form} />
                {neededKinds(form.draft).map(kind => (
                  <UploadField key={kind} form={form} kind={kind} needed />
                ))}
                <UploadField form={form} kind="other" needed={false} />
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
