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

interface Again {
  /** The hold that the present page shows: it may still be the same by the server's clock. */
  readonly appointmentId: string;
  readonly reload: () => Promise<void>;
}

/** Keeps one place and opens the page on which it is confirmed. `again`: in place of the page of an earlier hold. */
export function useHoldSlot(again?: Again) {
  const { run, busy, refusal } = useCommand(holdSlot);
  const take = async ({ slotId, siteId, type, groupCode }: Wanted) => {
    const answer = await run({ slotId, type, ...(groupCode && { groupCode }) });
    if (!answer?.ok) return;
    if (answer.value.id === again?.appointmentId) return again.reload();
    const page = routes.hold({
      appointmentId: answer.value.id,
      slotId,
      siteId,
      type,
      ...(groupCode && { group: 'yes' }),
    });
    await (again ? replaceWith(page) : go(page));
  };
  return { take, busy, refusal };
}
