import { listNeeds, setNeed } from '@contract/needs';
import { listSessions } from '@contract/sessions';
import { useState } from 'react';
import { today } from '@miniapp/platform/chinese-date';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { NeedList } from '../components/need-list';
import { type Level, type NeedGroup } from '../need-groups';
import { levelNames, rhdNames, say } from '../words';

definePageConfig({ navigationBarTitleText: '急需血型' });

export default function NeedsPage() {
  // Says at once whether station staff are signed in, and of which city.
  const own = useQuery(listSessions, { from: today(), days: '1' });
  const city = own.kind === 'ready' ? own.value.city : '';
  const needs = useQuery(listNeeds, { city }, { skip: city === '' });
  const command = useCommand(setNeed);
  const [saved, setSaved] = useState<string | null>(null);
  const choose = async (group: NeedGroup, level: Level) => {
    setSaved(null);
    const answer = await command.run({ ...group, level });
    if (answer?.ok) setSaved(`${group.abo} 型 ${rhdNames[group.rhd]}：${levelNames[level]}`);
    await needs.reload();
  };
  return (
    <Page title="急需血型">
      {command.refusal && (
        <Notice tone="look" title="没有改动" announce>
          {say(command.refusal)}
        </Notice>
      )}
      {saved && <Notice tone="done" title={saved} announce />}
      <Loaded query={own} say={say}>
        {() => (
          <Loaded query={needs} say={say}>
            {({ items }) => <NeedList city={city} needs={items} busy={command.busy} onChoose={choose} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
