import { leaveService } from '@contract/own-data';
import { useState } from 'react';
import { useHelped } from '@miniapp/platform/helped';
import { stopHelping } from '@miniapp/platform/helping';
import { goBack, routes, startAt } from '@miniapp/platform/routes';
import { endSession } from '@miniapp/platform/session';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { Confirm } from '@miniapp/ui/confirm';
import { CheckRow } from '@miniapp/ui/field-choice';
import { Notice } from '@miniapp/ui/notice';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '不再使用' });

export default function LeavePage() {
  const helped = useHelped();
  const leave = useCommand(leaveService);
  const [understood, setUnderstood] = useState(false);
  const [missing, setMissing] = useState(false);
  const confirm = async () => {
    if (!understood) return setMissing(true);
    const answer = await leave.run({ understood: true });
    if (!answer?.ok) return;
    if (helped) return stopHelping();
    // Our own session is over already; what is kept on this phone goes too.
    await endSession();
    await startAt(routes.home());
  };
  return (
    <Confirm
      title="不再使用本服务"
      facts={[
        { label: '马上删除', value: '关联的账号、手机号、预约和候补、消息、常去的献血点、分享链接和优享码' },
        { label: '马上停止', value: '全部隐私授权、亲友代办、短信提醒' },
        { label: '依法保留', value: '献血、检测和征询记录、用血减免的账目，由血站保存，不再用于其他用途' },
      ]}
      confirmLabel="确认停用"
      onConfirm={() => void confirm()}
      busy={leave.busy}
      refusal={missing && !understood ? '请先勾选下面的说明。' : leave.refusal ? say(leave.refusal) : undefined}
      backLabel="继续使用"
      onBack={() => void goBack()}
    >
      <Notice tone="info" title="为什么有些不能删除">
        {
          '《血站管理办法》要求血站把献血和检测的原始记录至少保存十年，用来保障用血安全。献血后 60 天内，或血站正要联系您的，手机号暂时留给血站。'
        }
      </Notice>
      <Notice tone="info" title="以后还可以回来">
        重新实名认证，就能再看到献血记录和用血减免额度。
      </Notice>
      <CheckRow
        id={fieldId('understood')}
        label="我已了解，删除的不能恢复"
        checked={understood}
        onChange={setUnderstood}
      />
    </Confirm>
  );
}
