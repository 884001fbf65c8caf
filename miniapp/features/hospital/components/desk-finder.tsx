import { View } from '@tarojs/components';
import { today } from '@miniapp/platform/chinese-date';
import { host } from '@miniapp/platform/host';
import { fieldId } from '@miniapp/platform/show-field';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Notice } from '@miniapp/ui/notice';
import { type Desk } from '../use-desk';
import { type SettlementWork } from '../use-settlement';
import { PartyFields } from './party-fields';
import './bill-fields.scss';

interface DeskFinderProps {
  readonly work: SettlementWork;
  readonly desk: Desk;
}

/** One place for everything that a scanner or card reader sends, and below it what it fills. */
export function DeskFinder({ work: { draft, problems, change }, desk }: DeskFinderProps) {
  return (
    <Card title="患者">
      <TextField
        id={fieldId('scan')}
        label="扫码"
        hint="患者手机上的“出院减免码”、票据上的二维码，或读身份证"
        optional
        value={desk.scan}
        maxLength={200}
        onChange={desk.setScan}
      />
      {host.canScan && (
        <Button
          kind="secondary"
          icon="scan"
          busy={desk.busy}
          onPress={() => void host.scan().then(text => (text === null ? undefined : desk.read(text)))}
        >
          用摄像头扫
        </Button>
      )}
      {desk.note !== '' && (
        <Notice tone="look" announce>
          {desk.note}
        </Notice>
      )}
      <PartyFields
        field="patient"
        who="患者"
        value={draft.patient}
        problems={problems}
        onChange={patient => change({ patient })}
      />
      <View className="bill-pair">
        <DateField
          id={fieldId('admittedOn')}
          label="入院日期"
          value={draft.admittedOn}
          to={today()}
          error={problems.admittedOn}
          onChange={admittedOn => change({ admittedOn })}
        />
        <DateField
          id={fieldId('dischargedOn')}
          label="出院日期"
          value={draft.dischargedOn}
          from={draft.admittedOn || undefined}
          error={problems.dischargedOn}
          onChange={dischargedOn => change({ dischargedOn })}
        />
      </View>
    </Card>
  );
}
