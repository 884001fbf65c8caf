import { sayGrants, sayPlace } from './say-place';

describe('a place in one line', () => {
  it.each([
    [{ address: '西湖区示范路 1 号', opening: '06:00–18:00' }, '公园、景点 · 西湖区示范路 1 号 · 06:00–18:00'],
    [{ address: '西湖区示范路 1 号', opening: '' }, '公园、景点 · 西湖区示范路 1 号'],
    [{ address: '', opening: '' }, '公园、景点 · 杭州市'],
  ])('leaves out what is not known: %o', (known, line) => {
    expect(sayPlace({ city: '杭州市', type: 'park', ...known })).toBe(line);
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
