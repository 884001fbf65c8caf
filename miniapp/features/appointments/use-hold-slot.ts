import { holdSlot } from '@contract/appointments';
import { go, replaceWith, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { type BookableType } from './appointment';

export interface Wanted {
  readonly slotId: string;
  readonly siteId: string;
  readonly type: BookableType;
  readonly groupCode?: string;
}

/** Keeps one place and opens the page on which it is confirmed. `instead`: with no way back to the present page. */
export function useHoldSlot({ instead = false } = {}) {
  const { run, busy, refusal } = useCommand(holdSlot);
  const take = async ({ slotId, siteId, type, groupCode }: Wanted) => {
    const answer = await run({ slotId, type, ...(groupCode && { groupCode }) });
    if (!answer?.ok) return;
    const page = routes.hold({
      appointmentId: answer.value.id,
      slotId,
      siteId,
      type,
      ...(groupCode && { group: 'yes' }),
    });
    await (instead ? replaceWith(page) : go(page));
  };
  return { take, busy, refusal };
}
