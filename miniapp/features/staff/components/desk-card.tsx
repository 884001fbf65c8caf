import { useState } from 'react';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { SelectField } from '@miniapp/ui/field-pick';
import { ListRow } from '@miniapp/ui/list-row';
import { type Today } from '../nurse-words';
import { desksToChoose, sayStages, stageNames } from '../station-words';
import { type Desk } from '../use-desk';

interface DeskCardProps {
  readonly today: Today;
  readonly desk: Desk | null;
  readonly onChoose: (name: string, stages: Desk['stages']) => void;
}

/** Asked the first time, then one quiet line. */
export function DeskCard({ today, desk, onChoose }: DeskCardProps) {
  const [changing, setChanging] = useState(desk === null);
  const choices = desksToChoose(today);
  if (!changing && desk)
    return (
      <Card flush>
        <ListRow
          icon="place"
          title={`我在 ${desk.name}`}
          note={`负责${sayStages(desk.stages)}`}
          value="更换"
          onPress={() => setChanging(true)}
        />
      </Card>
    );
  const served = choices.find(({ name }) => name === desk?.name)?.stages ?? [];
  return (
    <Card>
      <SelectField
        id="desk"
        label="您在哪个窗口"
        hint="选一次就记住，叫号时会告诉献血者。"
        choices={choices.map(({ name, stages }) => ({ value: name, label: `${name}（${sayStages(stages)}）` }))}
        value={desk?.name ?? null}
        onChange={name => {
          const stages = choices.find(choice => choice.name === name)?.stages ?? [];
          onChoose(name, [...stages]);
          setChanging(stages.length > 1);
        }}
      />
      {desk && served.length > 1 && (
        <>
          <SelectField
            id="desk-stage"
            label="叫哪个环节"
            choices={[
              { value: 'all', label: sayStages(served) },
              ...served.map(stage => ({ value: stage, label: `只叫${stageNames[stage]}` })),
            ]}
            value={desk.stages.length === 1 ? (desk.stages[0] ?? 'all') : 'all'}
            onChange={value =>
              onChoose(
                desk.name,
                served.filter(stage => value === 'all' || stage === value),
              )
            }
          />
          <Button kind="secondary" onPress={() => setChanging(false)}>
            选好了
          </Button>
        </>
      )}
    </Card>
  );
}
