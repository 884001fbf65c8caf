import { getMe } from '@contract/identity';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { ConsentField } from '../components/consent-field';
import { DonorFields } from '../components/donor-fields';
import { HospitalField } from '../components/hospital-field';
import { StayFields } from '../components/stay-fields';
import { useClaimForm } from '../use-claim-form';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '申请用血减免' });

export default function NewClaimPage() {
  const me = useQuery(getMe, {});
  const form = useClaimForm();
  const person = me.kind === 'ready' ? me.value.person : null;
  return (
    <Page
      title="申请用血减免"
      action={
        person && (
          <Button busy={form.busy} onPress={() => void form.submit()}>
            提交申请
          </Button>
        )
      }
    >
      <ErrorSummary problems={form.summary} text={form.text} />
      {form.openAlready && (
        <Button kind="secondary" onPress={() => void go(routes.claims())}>
          查看我的申请
        </Button>
      )}
      <Loaded query={me} say={say}>
        {value => (
          <>
            <Card>
              <Facts items={[{ label: '用血的人', value: `${value.person?.maskedName ?? ''}（您本人）` }]} />
            </Card>
            <DonorFields form={form} />
            <HospitalField form={form} />
            <StayFields form={form} />
            <ConsentField form={form} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
