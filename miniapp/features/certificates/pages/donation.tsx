import { getDonationCertificate } from '@contract/certificates';
import { canPrint, printPage } from '@miniapp/platform/print-page';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { DonationPaper } from '../components/donation-paper';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '献血证明' });

export default function DonationPage() {
  const donationId = useParam('donationId');
  const certificate = useQuery(getDonationCertificate, { donationId });
  const printable = canPrint && certificate.kind === 'ready';
  return (
    <Page
      title="献血证明"
      action={
        printable && (
          <Button kind="secondary" onPress={printPage}>
            打印或存为 PDF
          </Button>
        )
      }
    >
      <Loaded query={certificate} say={say}>
        {value => <DonationPaper {...value} />}
      </Loaded>
      <Button kind="quiet" onPress={() => void go(routes.requestRecord({ donationId }))}>
        这条记录有误，请血站核对
      </Button>
      <Button kind="quiet" onPress={() => void go(routes.excludeDonation({ donationId }))}>
        不要用我这次的血
      </Button>
    </Page>
  );
}
