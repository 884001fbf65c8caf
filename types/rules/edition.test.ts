import { editions, findEdition, getEdition, selectEdition, valueText } from './edition';
import type { Edition } from './edition';

const base: Edition = {
  id: 'cn-1',
  topic: 'donation',
  title: '',
  jurisdiction: 'CN',
  effectiveFrom: '2012-07-01',
  source: '',
  enabled: true,
  rules: {},
};

describe('the edition in force', () => {
  const next = { ...base, id: 'cn-2', effectiveFrom: '2027-01-01' };
  const local = {
    ...base,
    id: 'zj-1',
    jurisdiction: 'CN-ZJ' as const,
    effectiveFrom: '2026-01-01',
    effectiveTo: '2026-07-01',
  };

  it.each([
    ['before any', [base], '2012-06-30', undefined],
    ['from its first day', [base], '2012-07-01', 'cn-1'],
    ['the older until the newer begins', [base, next], '2026-12-31', 'cn-1'],
    ['the newer from its first day', [next, base], '2027-01-01', 'cn-2'],
    ['the province before the country', [base, local], '2026-01-01', 'zj-1'],
    ['the country again once the province has ended', [base, local], '2026-07-01', 'cn-1'],
    ['never one that is switched off', [base, { ...next, enabled: false }], '2028-01-01', 'cn-1'],
  ])('%s', (_title, among, on, expected) => {
    expect(selectEdition(among, 'CN-ZJ', on)?.id).toBe(expected);
  });

  it('does not apply a province to the rest of the country', () => {
    expect(selectEdition([local], 'CN', '2026-02-01')).toBeUndefined();
  });

  it('knows today’s editions and keeps the draft law out', () => {
    const on = '2026-11-22';
    expect(getEdition('donation', on).id).toBe('cn-donation-2011');
    expect(getEdition('donation', '9999-12-31').id).toBe('cn-donation-2011');
    expect(getEdition('waiver', on).id).toBe('zj-waiver-2014');
    expect(getEdition('award', on).id).toBe('cn-award-2022');
    expect(getEdition('appointment', on).rules.bookableDaysAhead.value).toBe(30);
    expect(getEdition('service', on).rules.privilegeCount.value).toBe(20);
  });

  it('says which rules are missing', () => {
    expect(findEdition('waiver', '1998-09-30')).toBeUndefined();
    expect(() => getEdition('waiver', '1998-09-30')).toThrow('no edition of the waiver rules for CN-ZJ on 1998-09-30');
  });
});

describe('the rule values', () => {
  const all: readonly Edition[] = Object.values(editions).flat();
  const values = all.flatMap(edition => Object.values(edition.rules).map(rule => ({ edition, rule })));

  it('gives every value a name, a source and a force', () => {
    expect(values.filter(({ rule }) => !rule.id || !rule.name || !rule.source || !rule.force)).toEqual([]);
  });

  it('uses an id once within an edition', () => {
    for (const edition of all) {
      // The draft law has one age limit for everybody, so both limits carry its one id.
      const ids = Object.values(edition.rules)
        .map(({ id }) => id)
        .filter(id => id !== 'AGE-D');
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('calls nothing confirmed that only the project has decided', () => {
    expect(values.filter(({ rule }) => rule.confirmed && rule.source.includes('待血液中心确认'))).toEqual([]);
    expect(
      values.filter(
        ({ edition, rule }) => edition.id.includes('draft') && rule.source.includes('草案') && rule.confirmed,
      ),
    ).toEqual([]);
  });

  it.each([
    [{ value: 6, unit: 'month' }, '6个月'],
    [{ value: [90, 140], unit: 'mmHg' }, '90、140 mmHg'],
    [{ value: true, unit: '' }, '是'],
    [{ value: false, unit: '' }, '否'],
    [{ value: 18, unit: 'age' }, '18周岁'],
  ])('writes %j as %s', (rule, text) => {
    expect(valueText(rule)).toBe(text);
  });
});
