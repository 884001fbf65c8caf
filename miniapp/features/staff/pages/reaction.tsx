import { recordReaction } from '@contract/visits';
import { type InputDraft } from '@contract/endpoint';
import { useState } from 'react';
import { goBack, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { TextField } from '@miniapp/ui/field-text';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Refused } from '../components/refused';
import { TileField } from '../components/tile-field';
import { say, type StaffVisit } from '../nurse-words';
import { reactionNames, severityNames } from '../reaction-words';
import { useStaffVisit } from '../use-staff-visit';

definePageConfig({ navigationBarTitleText: '献血不良反应' });

type Reaction = InputDraft<typeof recordReaction>;
const kinds = (Object.keys(reactionNames) as Reaction['kind'][]).map(value => ({ value, label: reactionNames[value] }));
const severities = (Object.keys(severityNames) as Reaction['severity'][]).map(value => ({
  value,
  label: severityNames[value],
}));

export default function ReactionPage() {
  const record = useStaffVisit(useParam('visitId'));
  if (record.kind === 'ready') return <Noting visit={record.value.visit} />;
  return (
    <Page title="献血不良反应">
      <Loaded query={record} say={say}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Noting({ visit }: { readonly visit: StaffVisit }) {
  const command = useCommand(recordReaction);
  const [kind, setKind] = useState<Reaction['kind'] | null>(null);
  const [severity, setSeverity] = useState<Reaction['severity'] | null>(null);
  const [action, setAction] = useState('');
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const note = async () => {
    const found = {
      ...(kind === null && { kind: '请选择是什么反应。' }),
      ...(severity === null && { severity: '请选择轻重。' }),
      ...(action.trim() === '' && { action: '请写明怎么处理的。' }),
    };
    setProblems(found);
    if (kind === null || severity === null || action.trim() === '') return;
    const answer = await command.run({
      visitId: visit.id,
      version: visit.version,
      kind,
      severity,
      action: action.trim(),
    });
    if (answer?.ok) await goBack();
  };
  return (
    <Page
      title="献血不良反应"
      action={
        <Button busy={command.busy} onPress={() => void note()}>
          登记不良反应
        </Button>
      }
    >
      <Refused refusal={command.refusal} title="没有登记" />
      <ErrorSummary problems={problems} />
      <Heading>{`${visit.number} · ${visit.maskedName}`}</Heading>
      <Notice tone="look" title="先照顾好献血者">
        登记后，休息时间到了也不会自动结束，要由您确认可以离开。
      </Notice>
      <ChoiceField
        id={fieldId('kind')}
        label="什么反应"
        error={problems.kind}
        choices={kinds}
        value={kind}
        onChange={setKind}
      />
      <TileField
        id={fieldId('severity')}
        across={3}
        label="轻重"
        error={problems.severity}
        choices={severities}
        value={severity}
        onChange={setSeverity}
      />
      <TextField
        id={fieldId('action')}
        label="怎么处理的"
        error={problems.action}
        multiline
        maxLength={200}
        value={action}
        onChange={setAction}
      />
    </Page>
  );
}
