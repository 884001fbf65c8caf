/** Where the person likes to give stands first, in the order of choosing; the others as they were. */
export function preferredFirst<T extends { readonly id: string }>(
  items: readonly T[],
  siteIds: readonly string[],
): T[] {
  const rank = ({ id }: T) => (siteIds.includes(id) ? siteIds.indexOf(id) : siteIds.length);
  return items
    .map((item, at) => ({ item, at }))
    .sort((a, b) => rank(a.item) - rank(b.item) || a.at - b.at)
    .map(({ item }) => item);
}
