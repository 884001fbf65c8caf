import { canPrint, printPage } from '@miniapp/platform/print-page';
import { sayYuan } from '@miniapp/platform/money';
import { Button } from '@miniapp/ui/button';
import { Column, Columns } from '@miniapp/ui/columns';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { type SettlementWork } from '../use-settlement';
import { type Desk } from '../use-desk';
import { BillFields } from './bill-fields';
import { ConsentFields } from './consent-fields';
import { DeskFinder } from './desk-finder';
import { DonorFields } from './donor-fields';
import { FoundBills } from './found-bills';
import { LineFields } from './line-fields';
import { SettlementPaper } from './settlement-paper';
import { Slip } from './slip';

interface StageProps {
  readonly work: SettlementWork;
}

export function SettleForm({ work, desk }: StageProps & { readonly desk: Desk }) {
  return (
    <>
      <ErrorSummary problems={work.summary} text={work.text} />
      <Columns>
        <Column>
          <DeskFinder work={work} desk={desk} />
          <ConsentFields work={work} />
        </Column>
        <Column>
          {desk.isManual ? (
            <>
              <BillFields work={work} />
              <LineFields work={work} />
            </>
          ) : (
            <FoundBills desk={desk} />
          )}
          <DonorFields work={work} />
        </Column>
      </Columns>
    </>
  );
}

/** Nothing has changed yet: the patient hears the amount first. */
export function SettlePreview({ work }: StageProps) {
  if (work.stage.at !== 'preview') return null;
  const { shown } = work.stage;
  const none = shown.waivedFen === 0;
  return (
    <>
      {work.refusal && (
        <Notice tone="look" title="没有办成" announce>
          {work.refusal}
        </Notice>
      )}
      <Notice
        tone={none ? 'look' : 'info'}
        title={none ? '这张账单不能减免' : `可以减免 ${sayYuan(shown.waivedFen)} 元`}
      >
        {none ? '请按全额结算，原因见下。' : '还没有扣减额度。请把金额告诉患者，确认后再办理。'}
      </Notice>
      <SettlementPaper shown={shown} draft={work.draft} />
    </>
  );
}

export function SettleDone({ work }: StageProps) {
  if (work.stage.at !== 'done') return null;
  const { shown } = work.stage;
  return (
    <>
      <Outcome
        tone={shown.state === 'settled' ? 'done' : 'look'}
        title={shown.state === 'settled' ? `已减免 ${sayYuan(shown.waivedFen)} 元` : '这个单号的减免已经撤回'}
        text={shown.state === 'settled' ? '额度已扣减，患者会收到通知。' : '更正后的账单请用新的结算单号办理。'}
      />
      {canPrint && (
        <Button kind="secondary" icon="receipt" onPress={printPage}>
          打印减免单
        </Button>
      )}
      <SettlementPaper shown={shown} draft={work.draft} />
      <Slip shown={shown} draft={work.draft} />
    </>
  );
}
