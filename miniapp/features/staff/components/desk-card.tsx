import { useState } from 'react';
import { Card } from '@miniapp/ui/card';
import { SelectField } from '@miniapp/ui/field-pick';
import { ListRow } from '@miniapp/ui/list-row';
import { desks } from '../nurse-words';
import { type Desk } from '../use-desk';

interface DeskCardProps {
  readonly desk: Desk | null;
  readonly onChoose: (desk: Desk) => void;
}

/** Asked the first time, then one quiet line. */
export function DeskCard({ desk, onChoose }: DeskCardProps) {
  const [changing, setChanging] = useState(desk === null);
  if (!changing && desk)
    return (
      <Card flush>
        <ListRow icon="place" title={`我在 ${desk}`} value="更换" onPress={() => setChanging(true)} />
      </Card>
    );
  return (
    <Card>
      <SelectField
        id="desk"
        label="您在几号窗口"
        hint="选一次就记住，叫号时会告诉献血者。"
        choices={desks.map(value => ({ value, label: value }))}
        value={desk}
        onChange={next => {
          onChoose(next);
          setChanging(false);
        }}
      />
    </Card>
  );
}
