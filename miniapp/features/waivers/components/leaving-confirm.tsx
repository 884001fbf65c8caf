import { Confirm } from '@miniapp/ui/confirm';
import { Notice } from '@miniapp/ui/notice';
import { type Claim } from '../claim-states';
import { type Leaving, type Way } from '../use-leaving';

const words: Readonly<Record<Way, { title: string; label: string; means: string }>> = {
  pass: {
    title: '请工作人员核对',
    label: '确定请工作人员核对',
    means:
      '工作人员会在 3 个工作日内答复，需要补充时会与您联系。请工作人员核对以后，这份申请不再签承诺书，也不再等献血者答复。',
  },
  withdraw: {
    title: '撤回申请',
    label: '确定撤回',
    means: '撤回以后这份申请就结束了，没有用掉任何额度；以后还可以重新申请。',
  },
};

interface LeavingConfirmProps {
  readonly claim: Claim;
  readonly way: Way;
  readonly leaving: Leaving;
}

export function LeavingConfirm({ claim, way, leaving }: LeavingConfirmProps) {
  const { title, label, means } = words[way];
  return (
    <Confirm
      title={title}
      facts={[
        { label: '申请编号', value: claim.number },
        { label: '用血的人', value: claim.patientMaskedName },
        { label: '献血者', value: claim.donorMaskedName },
        { label: '医院', value: claim.hospitalName },
      ]}
      refusal={leaving.refusal}
      busy={leaving.busy}
      confirmLabel={label}
      onConfirm={() => void leaving.confirm()}
      backLabel="返回"
      onBack={() => void leaving.back()}
    >
      <Notice tone="info">{means}</Notice>
    </Confirm>
  );
}
