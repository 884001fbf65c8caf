import { listClaimBacks } from '@contract/payout-checks';
import { today } from '@miniapp/platform/chinese-date';
import { goBack } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { useTakeBack } from '../use-take-back';
import { sayBack } from '../words';

definePageConfig({ navigationBarTitleText: '登记退费或撤回' });

const kinds = [
  { value: 'part', label: '医院退了一部分', note: '按退费单号登记，只收回退掉的部分' },
  { value: 'whole', label: '整笔撤回', note: '票据作废，或者不该减免' },
] as const;

export default function TakeBackPage() {
  useWide();
  // Says at once whether an operator is signed in, before somebody fills in the form.
  const operator = useQuery(listClaimBacks, {});
  const work = useTakeBack(today());
  const { draft, problems, change } = work;
  if (work.told !== '')
    return (
      <Page title="登记退费或撤回" action={<Button onPress={() => void goBack()}>回到列表</Button>}>
        <Outcome tone="done" title="已登记" text={work.told} />
      </Page>
    );
  const field = (name: 'claimNumber' | 'billNumber' | 'refundNumber' | 'reason', path: string = name) => ({
    id: fieldId(path),
    value: draft[name],
    error: problems.atFields[path],
    onChange: (text: string) => change({ [name]: text }),
  });
  return (
    <Page
      title="登记退费或撤回"
      action={
        operator.kind === 'ready' && (
          <Button busy={work.busy} onPress={() => void work.send()}>
            {draft.what === 'part' ? '登记退费' : '撤回这笔减免'}
          </Button>
        )
      }
    >
      <ErrorSummary problems={problems.summary} text={problems.text} />
      <Loaded query={operator} say={sayBack}>
        {() => (
          <Card title="是哪一种">
            <ChoiceField
              id={fieldId('what')}
              label="医院退费的情况"
              choices={kinds}
              value={draft.what}
              onChange={what => change({ what })}
            />
            <TextField label="减免申请编号" maxLength={20} {...field('claimNumber')} />
            {draft.what === 'part' ? (
              <>
                <TextField
                  label="退费单号"
                  hint="医院的退费单号或红字票据号码"
                  maxLength={40}
                  {...field('refundNumber')}
                />
                <TextField
                  label="票据号码"
                  hint="申请有几张票据时填写"
                  optional
                  maxLength={32}
                  {...field('billNumber')}
                />
                <DateField
                  id={fieldId('refundedOn')}
                  label="退费日期"
                  value={draft.refundedOn}
                  to={today()}
                  onChange={refundedOn => change({ refundedOn: refundedOn || today() })}
                />
                <TextField
                  id={fieldId('totalFen')}
                  label="退费总额（元）"
                  value={draft.total}
                  maxLength={14}
                  error={problems.atFields.totalFen}
                  onChange={total => change({ total })}
                />
                <TextField
                  id={fieldId('bloodFen')}
                  label="其中用血费用（元）"
                  hint="没有退用血费用的，填 0"
                  value={draft.blood}
                  maxLength={14}
                  error={problems.atFields.bloodFen}
                  onChange={blood => change({ blood })}
                />
              </>
            ) : (
              <>
                <Notice tone="look">额度退还给献血者；款已经付出的，申请人要退回，会收到通知。</Notice>
                <TextField label="原因" multiline maxLength={200} {...field('reason')} />
              </>
            )}
          </Card>
        )}
      </Loaded>
    </Page>
  );
}
