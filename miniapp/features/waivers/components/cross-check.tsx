import { View } from '@tarojs/components';
import { maskName } from '@rules/identifiers';
import { homeProvince, provinceName } from '@rules/provinces';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { readYuan, sayYuan } from '@miniapp/platform/money';
import { fieldId } from '@miniapp/platform/show-field';
import { Card } from '@miniapp/ui/card';
import { Confirm } from '@miniapp/ui/confirm';
import { CheckRow } from '@miniapp/ui/field-choice';
import { type Fact } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { type CrossDraft, kindWords } from '../cross-form';
import { sayDonor } from '../relations';
import { type CrossForm } from '../use-cross-form';
import { useReadFromTop } from '../use-read-from-top';
import { SentFileRow } from './sent-file-row';

/** Everything that will be sent, with the papers as they lie in the store, and to what the person agrees. */
export function CrossCheck({ form, myName }: { readonly form: CrossForm; readonly myName: string }) {
  const { draft, problems } = form;
  useReadFromTop();
  return (
    <Confirm
      title="提交前看一遍"
      facts={factsOf(draft, myName)}
      refusal={form.text}
      busy={form.busy}
      confirmLabel="提交跨省申请"
      onConfirm={() => void form.submit()}
      onBack={form.back}
    >
      <Card title={`上传的材料（${draft.files.length} 份）`}>
        {draft.files.map((file, n) => (
          <SentFileRow key={file.uploadId} file={file} label={`${n + 1}. ${kindWords[file.kind].title}`} />
        ))}
      </Card>
      <Notice tone="info" title="提交以后">
        {draft.who === 'relative' ? '先请献血者同意；' : ''}
        本省登记里有的由系统查，其余由工作人员对照材料核对，10 个工作日内答复。
      </Notice>
      <Card title="同意查询和查看材料">
        <View>
          查询亲属关系和本省的票据，由工作人员查看您上传的材料，都只用于这次申请。材料加密保存，只有您和经办人员能打开。
        </View>
        {problems.lookupConsent && (
          <Notice tone="look" announce>
            {problems.lookupConsent}
          </Notice>
        )}
        <CheckRow
          id={fieldId('lookupConsent')}
          label="我同意"
          checked={draft.lookupConsent}
          onChange={lookupConsent => form.change({ lookupConsent })}
        />
      </Card>
    </Confirm>
  );
}

function factsOf(draft: CrossDraft, myName: string): Fact[] {
  const { crossing, province, who, kin, name, hospital, hospitalName, admittedOn, dischargedOn } = draft;
  const [home, other] = [provinceName(homeProvince), provinceName(province ?? homeProvince)];
  const isAway = crossing === 'treated';
  return [
    { label: '献血地', value: isAway ? home : other },
    { label: '用血地', value: isAway ? other : home },
    { label: '用血的人', value: `${myName}（我本人）` },
    {
      label: '献血者',
      value: who === 'relative' ? `${maskName(name.trim())}（${sayDonor(kin ?? 'other')}）` : '我本人',
    },
    { label: '医院', value: isAway ? hospitalName.trim() : (hospital?.name ?? '') },
    { label: '住院', value: `${sayMonthDay(admittedOn, '')}至${sayMonthDay(dischargedOn, admittedOn)}` },
    ...(isAway
      ? [
          { label: '票据号码', value: draft.billNumber.trim() },
          { label: '用血费用', value: `${sayYuan(readYuan(draft.bloodFee) ?? 0)} 元` },
        ]
      : [{ label: '票据', value: '由系统去查' }]),
  ];
}
