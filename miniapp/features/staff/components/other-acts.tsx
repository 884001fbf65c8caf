import { useState } from 'react';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { SelectField } from '@miniapp/ui/field-pick';
import { ListRow } from '@miniapp/ui/list-row';
import { type StaffVisit } from '../nurse-words';
import { type MoveName, type Stage, stageNames, stageOrder } from '../station-words';
import { type VisitActs } from '../use-visit-acts';

interface OtherActsProps {
  readonly visit: StaffVisit;
  readonly acts: VisitActs;
}

interface Act {
  readonly move: MoveName;
  readonly title: string;
  readonly note?: string;
}

const called: readonly Act[] = [
  { move: 'skip', title: '叫了没来，过号', note: '往后排 10 分钟，不用重新取号' },
  { move: 'hold', title: '他要离开一下', note: '位置留着，回来再继续' },
];
const leave: Act = { move: 'leave', title: '他走了，今天不献', note: '今天的号作废' };

function actsFrom({ state }: StaffVisit): readonly Act[] {
  if (state === 'called') return [...called, leave];
  if (state === 'waiting') return [...called.slice(1), leave];
  return state === 'held' ? [leave] : [];
}

/** Everything else that may be done from here; what ends the visit asks once more in its place. */
export function OtherActs({ visit, acts }: OtherActsProps) {
  const { id, state, stage, desk, version, undoUntil, vitals } = visit;
  const [leaving, setLeaving] = useState(false);
  const [moving, setMoving] = useState(false);
  const atDesk = state === 'called' || state === 'waiting' || state === 'held';
  if (!atDesk && state !== 'donating' && state !== 'resting' && undoUntil === null) return null;
  const tap = (move: MoveName) => (move === 'leave' ? setLeaving(true) : void acts.act(visit, move));
  return (
    <Card title="其他操作" flush>
      {undoUntil !== null && !acts.done && (
        <ListRow icon="history" title="撤销上一步" onPress={() => void acts.act(visit, 'undo')} />
      )}
      {state === 'called' && desk !== null && (
        <ListRow
          icon="clock"
          title="再叫一次"
          note={`大屏和手机会再提示一次，请到 ${desk}`}
          onPress={() => void acts.call({ desk, visitId: id, version })}
        />
      )}
      {actsFrom(visit).map(({ move, title, note }) => (
        <ListRow key={move} icon="people" title={title} note={note} onPress={() => tap(move)} />
      ))}
      {leaving && (
        <Button
          kind="secondary"
          busy={acts.busy}
          onPress={() => void acts.act(visit, 'leave').then(() => setLeaving(false))}
        >
          确认离开，今天不献了
        </Button>
      )}
      {atDesk && !moving && <ListRow icon="forward" title="转到别的环节" onPress={() => setMoving(true)} />}
      {moving && (
        <SelectField<Stage>
          id="transfer-stage"
          label="转到哪个环节排队"
          hint="按原来的时间排队，不用从头等。"
          choices={stageOrder
            .filter(one => one !== 'rest' && one !== stage)
            .map(one => ({ value: one, label: stageNames[one] }))}
          value={null}
          onChange={to => void acts.act(visit, 'transfer', { stage: to }).then(() => setMoving(false))}
        />
      )}
      {state === 'called' && stage !== 'test' && vitals === 'missing' && (
        <ListRow icon="edit" title="填写快检结果" onPress={() => void go(routes.recordVitals({ visitId: id }))} />
      )}
      {state === 'called' && stage !== 'draw' && (
        <ListRow
          icon="drop"
          title="直接采血登记"
          note="一个窗口办全程时用，如献血车"
          onPress={() => void go(routes.recordDonation({ visitId: id }))}
        />
      )}
      {(atDesk || state === 'donating') && (
        <ListRow icon="stop" title="今天不能献，登记暂缓" onPress={() => void go(routes.deferVisit({ visitId: id }))} />
      )}
      {(state === 'donating' || state === 'resting') && (
        <ListRow icon="heart" title="登记献血不良反应" onPress={() => void go(routes.donorReaction({ visitId: id }))} />
      )}
    </Card>
  );
}
