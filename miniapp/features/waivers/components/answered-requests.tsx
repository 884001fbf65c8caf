import { sayMoment } from '@miniapp/platform/chinese-date';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Tag } from '@miniapp/ui/tag';
import { type ConsentRequest, requestWords } from '../consent-requests';
import { sayPatient } from '../relations';

/** What was asked before and how it ended. */
export function AnsweredRequests({ items }: { readonly items: readonly ConsentRequest[] }) {
  if (items.length === 0) return null;
  return (
    <Card flush title="以前的答复">
      {items.map(({ consentId, state, patientMaskedName, relation, hospitalName, answeredAt, validUntil }) => (
        <ListRow
          key={consentId}
          title={`${patientMaskedName}（${sayPatient(relation)}）`}
          note={`${hospitalName} · ${sayMoment(answeredAt ?? validUntil)}`}
          value={<Tag tone={requestWords[state].tone}>{requestWords[state].word}</Tag>}
        />
      ))}
    </Card>
  );
}
