/** Names as registers and keyboards write them: other widths, spaces, and six kinds of dot between the parts of a name. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s·•・‧∙⋅.．]/gu, '')
    .toUpperCase();

export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other) && plain(one) !== '';
