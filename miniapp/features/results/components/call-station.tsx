import { host } from '@miniapp/platform/host';
import { Button } from '@miniapp/ui/button';

/** The telephone is one tap away wherever somebody should speak to a person. */
export function CallStation({ phone, kind }: { readonly phone: string; readonly kind?: 'primary' | 'secondary' }) {
  return (
    <Button kind={kind ?? 'secondary'} icon="phone" onPress={() => void host.phoneCall(phone)}>
      {`打电话给血站 ${phone}`}
    </Button>
  );
}
