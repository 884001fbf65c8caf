import { go, goBack, routes, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { TextField } from '@miniapp/ui/field-text';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { JustDone } from '../components/just-done';
import { Refused } from '../components/refused';
import { FindingNotice } from '../components/vitals-card';
import { VitalsFields } from '../components/vitals-fields';
import { say, type StaffVisit } from '../nurse-words';
import { useStaffVisit } from '../use-staff-visit';
import { useVisitActs } from '../use-visit-acts';
import { useVitals } from '../use-vitals';

definePageConfig({ navigationBarTitleText: '快检' });

export default function VitalsPage() {
  const record = useStaffVisit(useParam('visitId'));
  if (record.kind === 'ready') return <Measuring visit={record.value.visit} />;
  return (
    <Page title="快检">
      <Loaded query={record} say={say}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Measuring({ visit: first }: { readonly visit: StaffVisit }) {
  const vitals = useVitals(first);
  const { visit, judged, standing, mayOverride, reason, setReason, summary, record, override, busy, refusal } = vitals;
  const acts = useVisitActs(async () => undefined);
  const head = <Heading>{`${visit.number} · ${visit.maskedName}`}</Heading>;
  const toDefer = () => {
    const [worst] = standing;
    void go(routes.deferVisit({ visitId: visit.id, ...(worst && { ruleId: worst.ruleId, until: worst.until ?? '' }) }));
  };
  const finish = async () => {
    if (await acts.act(visit, 'finish')) await goBack();
  };
  if (judged && visit.vitals === 'within')
    return (
      <Page
        title="快检"
        action={
          <Button busy={acts.busy} onPress={() => void finish()}>
            快检合格，去采血
          </Button>
        }
      >
        <JustDone acts={acts} />
        {head}
        <Outcome
          tone="done"
          title={judged.findings.length > 0 ? '医生已经放行' : '结果都在献血范围内'}
          text="已经记下，可以去采血。"
        />
        {judged.findings.map(finding => (
          <FindingNotice key={`${finding.field} ${finding.ruleId}`} finding={finding} />
        ))}
      </Page>
    );
  return (
    <Page
      title="快检"
      action={
        standing.length > 0 ? (
          <Button onPress={toDefer}>今天不能献，登记暂缓</Button>
        ) : (
          <Button busy={busy} onPress={() => void record()}>
            记下快检结果
          </Button>
        )
      }
    >
      {refusal && refusal.code !== 'INVALID_INPUT' && <Refused refusal={refusal} title="没有记下" />}
      <ErrorSummary problems={summary} />
      {head}
      {standing.map(finding => (
        <FindingNotice key={`${finding.field} ${finding.ruleId}`} finding={finding} />
      ))}
      {mayOverride && (
        <>
          <TextField
            id={fieldId('overrideReason')}
            label="医生放行的理由"
            hint="只有推荐或地方规定可以放行，理由会留在记录里。"
            optional
            multiline
            maxLength={200}
            value={reason}
            onChange={setReason}
          />
          <Button kind="secondary" busy={busy} disabled={reason.trim().length < 2} onPress={() => void override()}>
            我是医生，写明理由放行
          </Button>
        </>
      )}
      <VitalsFields vitals={vitals} />
    </Page>
  );
}
