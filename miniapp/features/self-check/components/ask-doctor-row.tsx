import { host } from '@miniapp/platform/host';
import { ListRow } from '@miniapp/ui/list-row';
import { hotline } from '../words';

/** What no list answers, a person does. */
export function AskDoctorRow({ title = '打电话问医生' }: { readonly title?: string }) {
  return (
    <ListRow
      icon="phone"
      title={title}
      note={`${hotline} 全省献血服务热线`}
      onPress={() => void host.phoneCall(hotline)}
    />
  );
}
