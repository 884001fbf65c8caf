import { useState } from 'react';
import { listShares, revokeShare, shareCertificate } from '@contract/certificates';
import { type Output } from '@contract/endpoint';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { type ShareField } from './show';

export const shareFields: readonly ShareField[] = ['name', 'blood_group', 'totals', 'last_donation', 'award'];

/** How long a code works, in minutes. */
export const shareTimes = [
  { value: '30', label: '30 分钟', note: '当面给人看，最合适' },
  { value: '1440', label: '1 天' },
  { value: '10080', label: '7 天' },
] as const;
type ShareTime = (typeof shareTimes)[number]['value'];

export type MadeShare = Output<typeof shareCertificate>;

/** Choose, make, show, end: the steps of a share link. */
export function useShare() {
  const [chosen, setChosen] = useState<readonly ShareField[]>(['name', 'totals']);
  const [minutes, setMinutes] = useState<ShareTime>('30');
  const [made, setMade] = useState<MadeShare | null>(null);
  const making = useCommand(shareCertificate);
  const ending = useCommand(revokeShare);
  const open = useQuery(listShares, {});

  const choose = (field: ShareField, on: boolean) =>
    setChosen(before => shareFields.filter(each => (each === field ? on : before.includes(each))));

  const make = async () => {
    const answer = await making.run({ show: [...chosen], validMinutes: Number(minutes) });
    if (!answer?.ok) return;
    setMade(answer.value);
    await open.reload();
  };

  const end = async (shareId: string) => {
    const answer = await ending.run({ shareId });
    if (!answer?.ok) return;
    if (made?.shareId === shareId) setMade(null);
    await open.reload();
  };

  return { chosen, choose, minutes, setMinutes, made, close: () => setMade(null), making, make, ending, end, open };
}
