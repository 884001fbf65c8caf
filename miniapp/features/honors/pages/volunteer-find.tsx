import { useState } from 'react';
import { findVolunteer } from '@contract/volunteers';
import { type Output } from '@contract/endpoint';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { TextField } from '@miniapp/ui/field-text';
import { Page } from '@miniapp/ui/page';
import { CorrectEvent } from '../components/correct-event';
import { ServiceList, StarLines, type Service } from '../components/service-list';
import { say, sayStars } from '../volunteer-words';

definePageConfig({ navigationBarTitleText: '志愿服务查找' });

export default function FindVolunteerPage() {
  useWide();
  const [whose, setWhose] = useState('');
  const [problem, setProblem] = useState('');
  const [found, setFound] = useState<Output<typeof findVolunteer> | null>(null);
  const [chosen, setChosen] = useState<Service | null>(null);
  const find = useCommand(findVolunteer);
  const look = async () => {
    setFound(null);
    setProblem(whose.trim().length < 8 ? '请填完整的编号或证件号码。' : '');
    if (whose.trim().length < 8) return;
    const answer = await find.run({ whose: whose.trim() });
    if (answer?.ok) setFound(answer.value);
  };
  if (chosen)
    return (
      <CorrectEvent
        service={chosen}
        onBack={() => {
          setChosen(null);
          void look();
        }}
      />
    );
  return (
    <Page
      title="志愿服务查找"
      action={
        <Button icon="search" busy={find.busy} onPress={() => void look()}>
          查找
        </Button>
      }
    >
      <ErrorSummary
        problems={problem === '' ? {} : { whose: problem }}
        text={find.refusal ? say(find.refusal) : undefined}
      />
      <Card>
        <TextField
          id={fieldId('whose')}
          label="电子献血证编号或身份证号码"
          hint="查找会记入操作记录"
          maxLength={30}
          value={whose}
          error={problem === '' ? undefined : problem}
          onChange={setWhose}
        />
      </Card>
      {found && (
        <>
          <Card title={`${found.maskedName}，${found.standing.wholeHours} 小时`} aside={sayStars(found.standing.stars)}>
            <StarLines standing={found.standing} />
          </Card>
          <Card title="每一次服务">
            <ServiceList services={found.services} onCorrect={setChosen} />
          </Card>
        </>
      )}
    </Page>
  );
}
