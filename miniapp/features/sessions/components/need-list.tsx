import { useState } from 'react';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { Tag } from '@miniapp/ui/tag';
import { groupsOf, type Level, levels, type NeedGroup } from '../need-groups';
import { levelNames, levelNotes, levelTones, rhdNames } from '../words';

interface NeedListProps {
  readonly city: string;
  readonly needs: Parameters<typeof groupsOf>[0];
  readonly busy: boolean;
  readonly onChoose: (group: NeedGroup, level: Level) => Promise<void>;
}

/** The eight groups; one at a time is open to be changed. */
export function NeedList({ city, needs, busy, onChoose }: NeedListProps) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <Notice tone="info">{`${city}的献血点页面会显示，选了就生效。“需要”以上的血型会留出名额。`}</Notice>
      <Card flush>
        {groupsOf(needs).map(({ group, level }) => {
          const key = `${group.abo}-${group.rhd}`;
          if (key !== open)
            return (
              <ListRow
                key={key}
                title={`${group.abo} 型 ${rhdNames[group.rhd]}`}
                value={<Tag tone={levelTones[level]}>{levelNames[level]}</Tag>}
                onPress={() => setOpen(key)}
              />
            );
          return (
            <Card key={key}>
              <ChoiceField
                id={fieldId(key)}
                label={`${group.abo} 型 ${rhdNames[group.rhd]}`}
                choices={levels.map(value => ({ value, label: levelNames[value], note: levelNotes[value] }))}
                value={level}
                onChange={value => {
                  if (busy) return;
                  void onChoose(group, value).then(() => setOpen(null));
                }}
              />
            </Card>
          );
        })}
      </Card>
    </>
  );
}
