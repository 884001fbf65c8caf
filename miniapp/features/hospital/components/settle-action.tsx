import { Button } from '@miniapp/ui/button';
import { sayYuan } from '@miniapp/platform/money';
import { type SettlementWork } from '../use-settlement';

/** The one next step of each stage. */
export function SettleAction({ work }: { readonly work: SettlementWork }) {
  const { stage, busy } = work;
  if (stage.at === 'form')
    return (
      <Button busy={busy} onPress={() => void work.preview()}>
        查询可减免金额
      </Button>
    );
  if (stage.at === 'done') return <Button onPress={work.next}>办理下一位</Button>;
  const back = (
    <Button kind="quiet" disabled={busy} onPress={work.backToForm}>
      返回修改
    </Button>
  );
  if (stage.shown.waivedFen === 0) return back;
  return (
    <>
      <Button busy={busy} onPress={() => void work.settle()}>
        {`确认减免 ${sayYuan(stage.shown.waivedFen)} 元`}
      </Button>
      {back}
    </>
  );
}
