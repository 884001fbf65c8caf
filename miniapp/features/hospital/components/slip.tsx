import { View } from '@tarojs/components';
import { sayMonthDay, today } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { sayClauses } from '@miniapp/features/waivers/clauses';
import { sayConsent } from '../say-consent';
import { type SettleDraft } from '../settle-form';
import { type Settlement } from '../use-settlement';
import './print.scss';

interface SlipProps {
  readonly shown: Settlement;
  readonly draft: SettleDraft;
}

/** What the patient takes along, on A5. Neither items of the bill nor anything of a donor's record stands on it. */
export function Slip({ shown, draft }: SlipProps) {
  const facts: [string, string][] = [
    ['患者', draft.patient.name],
    ['结算单号', draft.hospitalReference],
    ['票据代码', draft.billCode],
    ['票据号码', draft.billNumber],
    ['用血费用', `${sayYuan(shown.bloodFeeFen)} 元`],
    ['本次减免', `${sayYuan(shown.waivedFen)} 元`],
    ['用血自付', `${sayYuan(shown.bloodFeeFen - shown.waivedFen)} 元`],
    ['依据', sayClauses(shown.clause)],
    ['同意书', sayConsent(shown)],
    ['办理日期', sayMonthDay(today(), '')],
  ];
  return (
    <View className="desk-slip">
      <View className="desk-slip-title">用血费用直接减免单</View>
      {facts.map(([label, value]) => (
        <View className="desk-slip-line" key={label}>
          <View>{label}</View>
          <View>{value}</View>
        </View>
      ))}
      <View className="desk-slip-signs">
        <View>医疗机构（盖章）：</View>
        <View>经办人：</View>
        <View>患者或家属：</View>
      </View>
      <View className="desk-slip-foot">感谢您和家人无偿献血。对减免有疑问，请凭本单联系本院收费窗口或当地血站。</View>
    </View>
  );
}
