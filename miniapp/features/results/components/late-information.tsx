import { Notice } from '@miniapp/ui/notice';

/** A fever may concern the unit: the station has to know before it is used. */
export function LateInformation({ donationId: _donationId }: { readonly donationId: string }) {
  return (
    <Notice tone="look" title="发热可能影响您献的血能不能用">
      请同时打电话告诉血站，这袋血会先停用。
    </Notice>
  );
}
