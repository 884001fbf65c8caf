export interface Sheet<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** The new head of a list in front of the older pages that were already read, as far as they meet. */
export function joinedPages<Item extends { readonly id: string }>(head: Sheet<Item>, before: Sheet<Item>): Sheet<Item> {
  const last = head.items[head.items.length - 1]?.id;
  const meets = before.items.findIndex(item => item.id === last);
  if (meets < 0 || meets === before.items.length - 1) return head;
  return { items: [...head.items, ...before.items.slice(meets + 1)], nextCursor: before.nextCursor };
}
