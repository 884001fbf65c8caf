import { View } from '@tarojs/components';
import { parseDin } from '@rules/identifiers';
import { host } from '@miniapp/platform/host';
import { routes, startAt, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { TextField } from '@miniapp/ui/field-text';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { DonationFields } from '../components/donation-fields';
import { Refused } from '../components/refused';
import { say, type StaffVisit, typeNames } from '../nurse-words';
import { useDonationForm } from '../use-donation-form';
import { useStaffVisit } from '../use-staff-visit';

definePageConfig({ navigationBarTitleText: '登记献血' });

export default function RecordDonationPage() {
  const visit = useStaffVisit(useParam('visitId'));
  if (visit.kind === 'ready') return <Recording visit={visit.value} />;
  return (
    <Page title="登记献血">
      <Loaded query={visit} say={say}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Recording({ visit }: { readonly visit: StaffVisit }) {
  const { form, change, scan, record, recorded, problems, summary, busy, refusal } = useDonationForm(visit);
  if (recorded)
    return (
      <Page title="登记献血" action={<Button onPress={() => void startAt(routes.staffToday())}>回到今日名单</Button>}>
        <Outcome
          tone="done"
          title="登记完成"
          text={`${visit.number} 的献血证已经更新。请提醒多喝水，休息 10 到 15 分钟。`}
        />
      </Page>
    );
  const action = (
    <Button busy={busy} onPress={() => void record()}>
      确认登记
    </Button>
  );
  return (
    <Page title="登记献血" action={action}>
      {refusal && refusal.code !== 'INVALID_INPUT' && <Refused refusal={refusal} title="没有登记" />}
      <ErrorSummary problems={summary} />
      <Heading>{`${visit.number} · ${visit.maskedName} · ${typeNames[visit.type]}`}</Heading>
      <TextField
        id={fieldId('donationNumber')}
        label="献血条码"
        hint="扫血袋上的条码，或输入 13 位号码和末位校验字符。"
        maxLength={20}
        error={problems.donationNumber}
        value={form.donationNumber}
        onChange={donationNumber => change({ donationNumber })}
      />
      {parseDin(form.donationNumber) && (
        <View>
          <Tag tone="done">条码校验正确</Tag>
        </View>
      )}
      {host.canScan && (
        <Button kind="secondary" icon="scan" onPress={() => void scan()}>
          扫条码
        </Button>
      )}
      <DonationFields visit={visit} form={form} problems={problems} onChange={change} />
    </Page>
  );
}
