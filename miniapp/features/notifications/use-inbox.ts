import { useState } from 'react';
import type * as z from 'zod/mini';
import { listMessages, markMessageRead, type message } from '@contract/notifications';
import { call } from '@miniapp/platform/call';
import { go } from '@miniapp/platform/routes';
import { usePaged } from '@miniapp/platform/use-paged';

export type Message = z.output<typeof message>;

export function useInbox() {
  const paged = usePaged(cursor => call(listMessages, { cursor, limit: '20' }));
  const [opened, setOpened] = useState<readonly string[]>([]);

  const isRead = ({ id, read }: Message) => read || opened.includes(id);

  const open = async (entry: Message) => {
    if (!isRead(entry)) {
      setOpened(before => [...before, entry.id]);
      // Nobody waits for the mark: should it be lost, the next visit shows the message as unread.
      void call(markMessageRead, { messageId: entry.id });
    }
    if (entry.page) await go(`/${entry.page}`);
  };

  return { ...paged, isRead, open };
}
