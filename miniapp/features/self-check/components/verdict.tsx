import { type Eligibility } from '@rules/eligibility';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Heading } from '@miniapp/ui/heading';
import { ListRow } from '@miniapp/ui/list-row';
import { Outcome } from '@miniapp/ui/outcome';
import { type Draft } from '../draft';
import { verdictWords } from '../words';
import { AskDoctorRow } from './ask-doctor-row';
import { NothingSent } from './nothing-sent';
import { ReasonCard } from './reason-card';

interface VerdictProps {
  readonly result: Eligibility;
  readonly type: Draft['type'];
  readonly onAgain: () => void;
}

/** The answer first, then each reason with its source, then what to do. */
export function Verdict({ result, type, onAgain }: VerdictProps) {
  const { tone, title, text } = verdictWords(result, type);
  return (
    <>
      <Outcome tone={tone} title={title} text={text} />
      {result.reasons.length > 0 && <Heading>为什么</Heading>}
      {result.reasons.map(reason => (
        <ReasonCard key={reason.kind + reason.ruleId} reason={reason} />
      ))}
      <Card flush title="还可以">
        <AskDoctorRow />
        <ListRow
          icon="search"
          title="查一查别的情况"
          note="纹身、出行、吃药、疫苗、手术"
          onPress={() => void go(routes.lookUp())}
        />
      </Card>
      <NothingSent />
      <Button kind="quiet" onPress={onAgain}>
        重新填写
      </Button>
    </>
  );
}
