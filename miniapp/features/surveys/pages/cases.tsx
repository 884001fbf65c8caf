import { useState } from 'react';
import { listCases } from '@contract/cases';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { call } from '@miniapp/platform/call';
import { go, routes } from '@miniapp/platform/routes';
import { usePaged } from '@miniapp/platform/use-paged';
import { useWide } from '@miniapp/platform/use-wide';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { ViewSwitch } from '@miniapp/ui/view-switch';
import { type CaseState, kindWords, sayCase, stateWords } from '../words';

definePageConfig({ navigationBarTitleText: '随访和意见' });

const states = (['open', 'in_work', 'closed'] as const).map(value => ({ value, label: stateWords[value].word }));

export default function CasesPage() {
  useWide();
  const [state, setState] = useState<CaseState>('open');
  const { query, more, loadMore } = usePaged(cursor => call(listCases, { state, cursor, limit: '20' }), state);
  return (
    <Page title="随访和意见">
      <ViewSwitch label="看哪些" choices={states} value={state} onChange={setState} />
      <Loaded query={query} say={sayCase}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="check-circle"
              title={`没有${stateWords[state].word}的事`}
              text="献血者报告不适、评价不满意、检测结果需要沟通时，会列在这里。"
            />
          ) : (
            <>
              <Card flush>
                {items.map(({ id, kind, dueOn, overdue, urgent, siteName }) => (
                  <ListRow
                    key={id}
                    title={kindWords[kind]}
                    note={`${siteName ?? ''} · ${sayMonthDay(dueOn)}前处理`}
                    value={<Mark state={state} overdue={overdue} urgent={urgent} />}
                    onPress={() => void go(routes.followUp({ caseId: id }))}
                  />
                ))}
              </Card>
              <MoreButton more={more} label="查看更多" end="后面没有了" onPress={() => void loadMore()} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

interface MarkProps {
  readonly state: CaseState;
  readonly overdue: boolean;
  readonly urgent: boolean;
}

function Mark({ state, overdue, urgent }: MarkProps) {
  if (state === 'closed') return <Tag tone="done">已办结</Tag>;
  if (urgent) return <Tag tone="stop">紧急</Tag>;
  return overdue ? <Tag tone="look">已超期</Tag> : <Tag tone="wait">{stateWords[state].word}</Tag>;
}
