import { sayDistance, sayNeeds, sayPlace, sayToday } from './say-site';

describe('a site in words', () => {
  it.each([
    ['open', 'house', [{ opens: '09:00', closes: '17:00' }], null, '今天 09:00–17:00 开放'],
    ['shut', 'house', [], null, '今天不开放'],
    ['closed for a reason', 'centre', [], '检修', '今天不开放：检修'],
    ['a vehicle at rest', 'vehicle', [], null, '今天不出车'],
  ] as const)('says that it is %s today', (_case, kind, hours, closure, words) => {
    expect(sayToday({ kind, today: { hours: [...hours], closure } })).toBe(words);
  });

  it('says the day with the place of a vehicle, and only of a vehicle', () => {
    const at = { address: '示范广场', placeOn: '2026-03-06' };
    expect(sayPlace({ kind: 'vehicle', ...at }, '2026-03-06')).toBe('献血车 · 今天在示范广场');
    expect(sayPlace({ kind: 'vehicle', ...at }, '2026-03-05')).toBe('献血车 · 3月6日在示范广场');
    expect(sayPlace({ kind: 'house', ...at, placeOn: null }, '2026-03-05')).toBe('献血屋 · 示范广场');
  });

  it('says groups in need, the most urgent as the headline', () => {
    const need = (abo: 'A' | 'O', rhd: 'positive' | 'negative', level: 'urgent' | 'wanted') => ({
      group: { abo, rhd },
      level,
    });
    expect(sayNeeds([need('O', 'negative', 'urgent'), need('A', 'positive', 'wanted')])).toEqual({
      title: '急需 O 型 RhD 阴性',
      text: '需要 A 型。是这些血型的，请尽早来；其他血型照常预约。',
    });
    expect(sayNeeds([])).toBeNull();
  });

  it('rounds a distance to what one would say', () => {
    expect([sayDistance(20), sayDistance(849), sayDistance(1449)]).toEqual(['100 米', '800 米', '1.4 公里']);
  });
});
