import { findDeferralRule } from './deferral';
import { lookUpRows } from './editions/look-up-rows';
import { findLookUps, lookUpEnd, lookUpItems } from './look-up';

const on = '2026-11-22';
const items = lookUpItems(on);
const first = (words: string) => {
  const [item] = findLookUps(on, words);
  if (!item) throw new Error(`nothing found for ${words}`);
  return item;
};

describe('the look-up lists', () => {
  it('name only rules that exist, and each item once', () => {
    expect(lookUpRows.filter(({ ruleId }) => ruleId !== undefined && !findDeferralRule(ruleId, on))).toEqual([]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(new Set(items.map(({ title }) => title)).size).toBe(items.length);
  });

  it('promise a wait only where a public text gives one', () => {
    for (const item of items)
      if (item.answer === 'wait')
        expect([item.confirmed, item.wait !== '', item.ruleId !== null]).toEqual([true, true, true]);
      else if (item.confirmed) expect(item.wait).toBe('');
  });

  it('name nothing that only the station tells in person', () => {
    expect(items.filter(({ ruleId }) => ruleId !== null && findDeferralRule(ruleId, on)?.concealed)).toEqual([]);
  });

  it('have items in all six groups', () => {
    const groups = new Set(items.map(({ category }) => category));
    expect([...groups]).toEqual(['tattoo', 'travel', 'medicine', 'vaccine', 'surgery', 'illness']);
  });

  it.each([
    ['刺青', { title: '纹身', answer: 'wait', wait: '1年', anchor: '纹身当天', confirmed: true }],
    ['拔牙', { answer: 'wait', wait: '2周' }],
    ['拜阿司匹灵', { answer: 'wait', wait: '5天', onlyPlatelets: true }],
    ['耳洞', { answer: 'doctor', wait: '1年', confirmed: false }],
    ['异维a酸', { answer: 'doctor', wait: '1个月', confirmed: false }],
    ['半永久', { answer: 'doctor', wait: '', ruleId: null, source: '没有查到公开的明文规定' }],
    ['狗咬', { answer: 'wait', wait: '1年', ruleId: 'V-04' }],
    ['九价', { answer: 'doctor', ruleId: null }],
    ['糖尿病', { answer: 'doctor', ruleId: 'P-06' }],
  ])('find %s', (words, expected) => {
    expect(first(words)).toMatchObject(expected);
  });

  it('need every word, in any order and spelling, and may be kept to one group', () => {
    expect(findLookUps(on, '疫苗 灭活').every(({ category }) => category === 'vaccine')).toBe(true);
    expect(findLookUps(on, 'hpv')).toHaveLength(1);
    expect(findLookUps(on, '疫苗', 'travel')).toEqual([]);
    expect(findLookUps(on, '  ')).toHaveLength(items.length);
    expect(findLookUps(on, '没有这种东西')).toEqual([]);
  });

  it('count the wait from the day it runs from, and count nothing where a doctor must look', () => {
    expect(lookUpEnd(first('纹身'), '2026-01-31')).toBe('2027-01-31');
    expect(lookUpEnd(first('耳洞'), '2026-01-31')).toBeUndefined();
    expect(lookUpEnd(first('九价'), '2026-01-31')).toBeUndefined();
  });
});
