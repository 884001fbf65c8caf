import { preferredFirst } from './preferred-first';

const sites = ['a', 'b', 'c', 'd'].map(id => ({ id }));

describe('the list of sites', () => {
  it.each([
    [[], 'abcd'],
    [['c'], 'cabd'],
    [['d', 'b'], 'dbac'],
    [['elsewhere', 'b'], 'bacd'],
  ])('with %j preferred is %s', (siteIds, order) => {
    expect(
      preferredFirst(sites, siteIds)
        .map(({ id }) => id)
        .join(''),
    ).toBe(order);
  });
});
