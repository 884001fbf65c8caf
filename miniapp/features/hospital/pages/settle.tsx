import { useEffect } from 'react';
import { listSettlements } from '@contract/waivers';
import { today } from '@miniapp/platform/chinese-date';
import { useQuery } from '@miniapp/platform/use-query';
import { fieldId, showElement } from '@miniapp/platform/show-field';
import { hasKeyboard, useKeys } from '@miniapp/platform/use-keys';
import { useWide } from '@miniapp/platform/use-wide';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { SettleAction } from '../components/settle-action';
import { SettleDone, SettleForm, SettlePreview } from '../components/settle-stages';
import { SettledList } from '../components/settled-list';
import { useDesk } from '../use-desk';
import { useSettlement } from '../use-settlement';
import { say } from '../words';
import '../components/print.scss';

definePageConfig({ navigationBarTitleText: '出院直接减免' });

export default function SettlePage() {
  useWide();
  // Says at once whether this is a discharge desk, before somebody fills in the form.
  const desk = useQuery(listSettlements, { on: today() });
  const work = useSettlement();
  const finder = useDesk(work);
  const { at } = work.stage;
  const enter = () => {
    if (at === 'preview') return;
    if (at === 'done') return finder.next();
    if (finder.scan.trim() !== '') return void finder.read(finder.scan);
    void (finder.hasBill ? work.preview() : finder.findByStay());
  };
  const isReady = desk.kind === 'ready';
  // The scanner types where the focus is, and Enter confirms what was shown.
  useEffect(() => {
    if (!isReady || !hasKeyboard()) return;
    if (at === 'form') showElement(fieldId('scan'));
    if (at === 'preview') showElement('settle-confirm');
  }, [at, isReady]);
  useKeys({ Enter: enter, Escape: at === 'preview' ? work.backToForm : undefined });
  return (
    <Page
      title="出院直接减免"
      className="settle-page"
      action={desk.kind === 'ready' && <SettleAction work={work} desk={finder} />}
    >
      <Loaded query={desk} say={say}>
        {() =>
          at === 'form' ? (
            <>
              <SettleForm work={work} desk={finder} />
              <SettledList />
            </>
          ) : (
            <>
              <SettlePreview work={work} />
              <SettleDone work={work} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
