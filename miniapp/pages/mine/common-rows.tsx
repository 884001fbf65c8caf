import { chooseElder, useElder } from '@miniapp/platform/elder';
import { host } from '@miniapp/platform/host';
import { go, routes } from '@miniapp/platform/routes';
import { helpPhone } from '@miniapp/features/account/words';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { SwitchRow } from '@miniapp/ui/switch-row';

interface CommonRowsProps {
  /** A person, not staff: has consents to give and to withdraw. */
  readonly person: boolean;
  /** Bound to a person: may be helped and may help. */
  readonly citizen: boolean;
}

export function CommonRows({ person, citizen }: CommonRowsProps) {
  const elder = useElder();
  return (
    <>
      <Card>
        <SwitchRow
          id="elder"
          label="大字版"
          note="文字和按钮都更大"
          on={elder}
          words={['关', '开']}
          onChange={chooseElder}
        />
      </Card>
      <Card flush>
        {person && (
          <ListRow
            icon="shield"
            title="隐私授权"
            note="逐项同意或撤回，随时可以改"
            onPress={() => void go(routes.consents())}
          />
        )}
        {citizen && (
          <>
            <ListRow
              icon="receipt"
              title="减免申请和收款"
              note="办到哪一步，钱转到哪张卡"
              onPress={() => void go(routes.claims())}
            />
            <ListRow
              icon="inbox"
              title="消息设置"
              note="不想收哪一种就关哪一种"
              onPress={() => void go(routes.messageTopics())}
            />
            <ListRow
              icon="form"
              title="征询表和电子档案"
              note="我签过的表，谁看过"
              onPress={() => void go(routes.myForms())}
            />
            <ListRow
              icon="people"
              title="请亲友代办"
              note="让亲友替您预约、改期"
              onPress={() => void go(routes.helpMe())}
            />
            <ListRow
              icon="person"
              title="我可以代办的人"
              note="用对方的代办码添加"
              onPress={() => void go(routes.helpOthers())}
            />
            <ListRow
              icon="place"
              title="手机号和常去的献血点"
              note="换号码，选常去的地方"
              onPress={() => void go(routes.contact())}
            />
            <ListRow
              icon="phone"
              title="关联的账号"
              note="哪些微信、支付宝、浙里办能看到我的信息"
              onPress={() => void go(routes.linkedAccounts())}
            />
            <ListRow
              icon="receipt"
              title="我的数据"
              note="导出一份，或不再使用本服务"
              onPress={() => void go(routes.myData())}
            />
            <ListRow icon="history" title="谁代我办过" onPress={() => void go(routes.helped())} />
          </>
        )}
        <ListRow icon="form" title="服务协议和隐私政策" onPress={() => void go(routes.terms())} />
        <ListRow
          icon="phone"
          title={`服务热线 ${helpPhone}`}
          note="献血和减免的问题都能问"
          onPress={() => void host.phoneCall(helpPhone)}
        />
      </Card>
    </>
  );
}
