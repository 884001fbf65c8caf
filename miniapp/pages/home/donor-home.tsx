import { type getCertificate } from '@contract/certificates';
import { type Output } from '@contract/endpoint';
import { AwardCard } from '@miniapp/features/certificates/components/award-card';
import { NextDatesCard } from '@miniapp/features/certificates/components/next-dates-card';
import { OwnPaper } from '@miniapp/features/certificates/components/own-paper';
import { DeferralCard } from './deferral-card';
import { Entries } from './entries';

type Certificate = Output<typeof getCertificate>;

/** The certificate first; everything else explains it or leads on. */
export function DonorHome({ certificate }: { readonly certificate: Certificate }) {
  const { deferral, nextDates, totals, level } = certificate;
  return (
    <>
      {deferral && <DeferralCard {...deferral} />}
      <OwnPaper certificate={certificate} />
      <NextDatesCard dates={nextDates} />
      <Entries />
      <AwardCard totals={totals} level={level} />
    </>
  );
}
