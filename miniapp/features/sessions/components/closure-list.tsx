import { removeClosure } from '@contract/sessions';
import { sayDate } from '@miniapp/platform/chinese-date';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Notice } from '@miniapp/ui/notice';
import { Stack } from '@miniapp/ui/stack';
import { type Closure, say, type StaffSite } from '../words';

interface ClosureListProps {
  readonly closures: readonly Closure[];
  readonly sites: readonly StaffSite[];
  readonly onChange: () => Promise<void>;
}

/** Days that are shut, each with the way back. */
export function ClosureList({ closures, sites, onChange }: ClosureListProps) {
  const command = useCommand(removeClosure);
  const open = async (closureId: string) => {
    await command.run({ closureId });
    await onChange();
  };
  if (closures.length === 0) return <EmptyState title="近一个月没有闭站日" />;
  return (
    <>
      {command.refusal && (
        <Notice tone="look" title="没有恢复" announce>
          {say(command.refusal)}
        </Notice>
      )}
      {closures.map(({ id, siteId, on, reason }) => (
        <Card key={id} title={sayDate(on)}>
          <Stack gap={2}>
            <>{`${sites.find(site => site.id === siteId)?.name ?? ''}：${reason}`}</>
            <Button kind="secondary" busy={command.busy} onPress={() => void open(id)}>
              恢复开放
            </Button>
          </Stack>
        </Card>
      ))}
    </>
  );
}
