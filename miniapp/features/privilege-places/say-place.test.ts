import { sayGrants, sayPlace } from './say-place';

describe('a place in one line', () => {
  it.each([
    ['西湖区示范路 1 号', '医院 · 西湖区示范路 1 号'],
    ['', '医院 · 杭州市'],
  ])('names the city when the address %j is not known', (address, line) => {
    expect(sayPlace({ city: '杭州市', type: 'hospital', address })).toBe(line);
  });

  it('tells what the city grants apart from what it does not', () => {
    const grant = { confirmed: true, note: null };
    const grants = [
      { type: 'bus' as const, granted: true, ...grant },
      { type: 'metro' as const, granted: true, ...grant },
      { type: 'ferry' as const, granted: false, confirmed: false, note: null },
    ];
    expect(sayGrants({ city: '舟山市', form: '', grants, notes: [] })).toEqual({
      free: '公交；地铁、轻轨',
      open: '客渡、水上巴士',
    });
  });
});
