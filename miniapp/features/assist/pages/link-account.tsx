import { documentChoices } from '@miniapp/features/waivers/document-choices';
import { goBack } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { CheckRow } from '@miniapp/ui/field-choice';
import { SelectField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { NewDonorFields } from '../components/new-donor-fields';
import { useLinkAccount } from '../use-link-account';

definePageConfig({ navigationBarTitleText: '连上手机账号' });

const hosts = { wechat: '微信', alipay: '支付宝', zheliban: '浙里办' } as const;

/** The counter proves who the person is; the eight digits say which phone is theirs. */
export default function LinkAccountPage() {
  const link = useLinkAccount();
  const { code, changeCode, draft, change, problems, done, isNew, toRegister } = link;
  if (done)
    return (
      <Page
        title="连上手机账号"
        action={
          <>
            <Button onPress={() => void goBack()}>完成</Button>
            <Button kind="quiet" onPress={link.again}>
              再办一位
            </Button>
          </>
        }
      >
        <Outcome
          tone="done"
          title={done.wasBound ? '已经是他的账号' : '已经连上'}
          text={`${done.person.maskedName}的${hosts[done.host]}账号${done.wasBound ? '以前就连着，现在记为柜台核对过' : '已经连到他的献血记录'}。请他在手机上回到首页看一看。`}
        />
      </Page>
    );
  return (
    <Page
      title="连上手机账号"
      action={
        <Button busy={link.busy} onPress={() => void link.submit()}>
          {isNew ? '登记并连上账号' : '连上账号'}
        </Button>
      }
    >
      <Notice tone="info">献血者在手机上打开“实名认证 › 找不到献血码，或用别的证件”，会看到 8 位账号码。</Notice>
      <ErrorSummary problems={problems.summary} text={problems.text} />
      {toRegister && (
        <Button kind="secondary" onPress={toRegister}>
          没有登记过，登记为新的献血者
        </Button>
      )}
      <TextField
        id={fieldId('code')}
        label="账号码"
        hint="献血者手机上的 8 位数字"
        kind="number"
        maxLength={9}
        error={problems.atFields.code}
        value={code}
        onChange={changeCode}
      />
      <SelectField
        id={fieldId('document.docType')}
        label="证件类型"
        choices={documentChoices}
        value={draft.docType}
        onChange={docType => change({ docType })}
      />
      <TextField
        id={fieldId('document.docNumber')}
        label="证件号码"
        hint="读卡或照着证件输入，要填完整"
        kind="idcard"
        maxLength={30}
        error={problems.atFields['document.docNumber']}
        value={draft.docNumber}
        onChange={docNumber => change({ docNumber })}
      />
      <TextField
        id={fieldId('name')}
        label="姓名"
        hint="和证件上的一样"
        maxLength={50}
        error={problems.atFields.name}
        value={draft.name}
        onChange={name => change({ name })}
      />
      {isNew ? (
        <NewDonorFields draft={draft} change={change} problems={problems.atFields} />
      ) : (
        <CheckRow
          id={fieldId('sawDocument')}
          label="看过证件原件，和本人一致"
          checked={draft.sawDocument}
          onChange={sawDocument => change({ sawDocument })}
        />
      )}
    </Page>
  );
}
