import { Card } from '@miniapp/ui/card';
import { Steps } from '@miniapp/ui/steps';

/** The way that costs people nothing comes first. */
export function HowItWorks() {
  return (
    <Card title="怎么办理">
      <Steps
        items={[
          {
            title: '首选：出院时在医院直接减免',
            note: '告诉出院结算窗口“献血者本人或亲属用血”，报献血者的姓名和证件号码，当场减免，不用垫钱。',
            state: 'now',
          },
          {
            title: '没有当场减免：在这里申请',
            note: '出院后在手机上填几项，不用交材料。亲属关系和票据由系统查询，3 个工作日内答复。',
            state: 'later',
          },
          { title: '退款', note: '同意后 10 个工作日内，退回交款人的账户。', state: 'later' },
        ]}
      />
    </Card>
  );
}
