import { host } from '@miniapp/platform/host';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Notice } from '@miniapp/ui/notice';
import { helpPhone } from '../words';

/** Another way for everybody who has no donation number. */
export function BindHelp() {
  return (
    <>
      <Notice tone="info" title="没有献过血，或找不到献血码">
        从浙里办打开“浙江无偿献血”，会自动实名，不用填写。也可以带证件到任何一家血站柜台办理。
      </Notice>
      <Card flush>
        <ListRow
          icon="phone"
          title={`打电话问 ${helpPhone}`}
          note="告诉您献血码在哪里"
          onPress={() => void host.phoneCall(helpPhone)}
        />
      </Card>
    </>
  );
}
