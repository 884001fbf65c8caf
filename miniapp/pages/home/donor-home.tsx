import { type getCertificate } from '@contract/certificates';
import { type Output } from '@contract/endpoint';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { AwardCard } from '@miniapp/features/certificates/components/award-card';
import { NextDatesCard } from '@miniapp/features/certificates/components/next-dates-card';
import { OwnPaper } from '@miniapp/features/certificates/components/own-paper';
import { Notice } from '@miniapp/ui/notice';
import { Entries } from './entries';

type Certificate = Output<typeof getCertificate>;

/** The certificate first; everything else explains it or leads on. */
export function DonorHome({ certificate }: { readonly certificate: Certificate }) {
  const { deferral, nextDates, totals, level } = certificate;
  return (
    <>
      {deferral && <DeferralNotice {...deferral} />}
      <OwnPaper certificate={certificate} />
      <NextDatesCard dates={nextDates} />
      <Entries />
      <AwardCard totals={totals} level={level} />
    </>
  );
}

function DeferralNotice({ text, until }: NonNullable<Certificate['deferral']>) {
  return (
    <Notice tone="look" title={until ? `${sayMonthDay(until)}前请先休息` : '现在请先不要献血'}>
      {`${text}。原因涉及您的健康隐私，这里不显示；想了解请拨打 96614。`}
    </Notice>
  );
}
