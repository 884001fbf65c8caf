import { joinedPages } from './joined-pages';

const sheet = (ids: string, nextCursor: string | null = null) => ({
  items: [...ids].map(id => ({ id })),
  nextCursor,
});

describe('a list that is read again', () => {
  it.each([
    ['keeps the older pages when nothing is new', 'abc', 'abcdef', 'abcdef', 'far'],
    ['puts what is new in front', 'nab', 'abcdef', 'nabcdef', 'far'],
    ['begins anew when too much has changed to join', 'xyz', 'abcdef', 'xyz', 'near'],
    ['takes the new page alone when there was only one', 'abc', 'abc', 'abc', 'near'],
    ['is empty when everything has gone', '', 'abc', '', 'near'],
  ])('%s', (_title, head, before, items, nextCursor) => {
    expect(joinedPages(sheet(head, 'near'), sheet(before, 'far'))).toEqual(sheet(items, nextCursor));
  });
});
