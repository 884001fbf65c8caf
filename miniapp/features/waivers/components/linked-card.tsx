import { listLinkedRelatives } from '@contract/waiver-evidence';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { sayLink } from '../linked';
import { sayDonor } from '../relations';

/** The list that later claims choose from. Beside the point of its page: where it cannot be shown, nothing stands there. */
export function LinkedCard() {
  const relatives = useQuery(listLinkedRelatives, {});
  if (relatives.kind !== 'ready' || relatives.value.items.length === 0) return null;
  return (
    <Card flush title="核对过的亲属">
      {relatives.value.items.map(link => (
        <ListRow
          key={link.linkId}
          icon="people"
          title={`${link.donorMaskedName}（${sayDonor(link.relation)}）`}
          note={sayLink(link)}
        />
      ))}
    </Card>
  );
}
