import { Button } from '@miniapp/ui/button';
import { sayYuan } from '@miniapp/platform/money';
import { type Desk } from '../use-desk';
import { type SettlementWork } from '../use-settlement';

/** The one next step of each stage. */
export function SettleAction({ work, desk }: { readonly work: SettlementWork; readonly desk: Desk }) {
  const { stage, busy } = work;
  if (stage.at === 'form')
    return desk.hasBill ? (
      <Button busy={busy} onPress={() => void work.preview()}>
        查询可减免金额
      </Button>
    ) : (
      <Button busy={busy || desk.busy} onPress={() => void desk.findByStay()}>
        查找票据
      </Button>
    );
  if (stage.at === 'done') return <Button onPress={desk.next}>办理下一位</Button>;
  const back = (
    <Button kind="quiet" disabled={busy} onPress={work.backToForm}>
      返回修改
    </Button>
  );
  if (stage.shown.waivedFen === 0) return back;
  return (
    <>
      <Button id="settle-confirm" busy={busy} onPress={() => void work.settle()}>
        {`确认减免 ${sayYuan(stage.shown.waivedFen)} 元`}
      </Button>
      {back}
    </>
  );
}
