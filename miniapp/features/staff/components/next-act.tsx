import { go, goBack, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { type StaffVisit } from '../nurse-words';
import { finishLabels } from '../station-words';
import { type Desk } from '../use-desk';
import { type VisitActs } from '../use-visit-acts';

interface NextActProps {
  readonly visit: StaffVisit;
  readonly desk: Desk | null;
  readonly acts: VisitActs;
  readonly reload: () => Promise<void>;
}

/** The one thing that comes next for this donor at this desk. */
export function NextAct({ visit, desk, acts, reload }: NextActProps) {
  const { id, stage, state, version, questionnaire, vitals } = visit;
  const barred = questionnaire?.outcome === 'defer' || questionnaire?.outcome === 'stop';
  const draw = <Button onPress={() => void go(routes.recordDonation({ visitId: id }))}>采血登记</Button>;
  const back = (
    <Button kind="quiet" onPress={() => void goBack()}>
      回到名单
    </Button>
  );
  if (state === 'donating') return draw;
  if (state === 'resting')
    return (
      <Button busy={acts.busy} onPress={() => void acts.act(visit, 'release')}>
        休息好了，可以离开
      </Button>
    );
  if (state === 'held')
    return (
      <Button busy={acts.busy} onPress={() => void acts.act(visit, 'resume')}>
        回来了，继续排队
      </Button>
    );
  if (state === 'waiting')
    return (
      <>
        <Button
          busy={acts.busy}
          disabled={!desk}
          onPress={() => desk && void acts.call({ desk: desk.name, visitId: id, version })}
        >
          {desk ? `叫到 ${desk.name}` : '请先在名单页选窗口'}
        </Button>
        {back}
      </>
    );
  if (state !== 'called') return back;
  if (barred && stage !== 'register')
    return <Button onPress={() => void go(routes.deferVisit({ visitId: id }))}>今天不能献，登记暂缓</Button>;
  if (stage === 'draw') return draw;
  // Without the donor's form there is nothing to ask about, without the examiner's name below it the stage does not end.
  if (stage === 'interview')
    return questionnaire ? (
      <Button icon="sign" onPress={() => void go(routes.examineForm({ visitId: id }))}>
        看全部回答，共同签名
      </Button>
    ) : (
      <Button onPress={() => void reload()}>等征询表填好，刷新看看</Button>
    );
  if (stage === 'test' && vitals === 'missing')
    return <Button onPress={() => void go(routes.recordVitals({ visitId: id }))}>填写快检结果</Button>;
  if (stage === 'test' && vitals === 'outside')
    return <Button onPress={() => void go(routes.recordVitals({ visitId: id }))}>处理超限的快检结果</Button>;
  return (
    <Button busy={acts.busy} onPress={() => void acts.act(visit, 'finish')}>
      {finishLabels[stage] ?? '完成这一步'}
    </Button>
  );
}
