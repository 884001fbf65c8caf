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
}

export function CommonRows({ person }: CommonRowsProps) {
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
