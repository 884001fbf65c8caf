import { aResultRow, markersOf } from '@server/testing/builders/results';
import { statusOf } from './result-content';
import { readResultRow } from './result-row';

const now = '2026-03-05T01:00:00.000Z';
const row = (given = {}) => aResultRow({ donationNumber: 'Z990126000001' } as never, given);
const read = (given = {}) => readResultRow(row(given), now);
const value = (given = {}) => ({ values: [{ test: 'alt', value: '23', ...given }] });

describe('a row of results', () => {
  it('is read, in one order whatever order it came in', () => {
    const one = read();
    const other = read({ values: row().values.toReversed(), markers: markersOf().toReversed() });
    expect(one).toMatchObject({
      value: { din: 'Z990126000001', content: { testedAt: '2026-03-04T08:00:00.000Z', testedOn: '2026-03-04' } },
    });
    expect(other).toEqual(one);
  });

  it.each([
    ['no number', { donationNumber: '' }, 'donationNumber', 'missing'],
    ['a short number', { donationNumber: 'Z99' }, 'donationNumber', 'number_format'],
    ['a wrong check character', { donationNumber: 'Z990126000001!' }, 'donationNumber', 'check_character'],
    ['no time', { testedAt: '' }, 'testedAt', 'not_a_time'],
    ['a day that does not exist', { testedAt: '2026-02-30 10:00' }, 'testedAt', 'not_a_time'],
    ['a time to come', { testedAt: '2026-03-05 10:00' }, 'testedAt', 'in_future'],
    ['a test that nobody knows', value({ test: 'mood' }), 'values.0.test', 'unknown_test'],
    ['words for a value', value({ value: '阴性' }), 'values.0.value', 'not_a_number'],
    ['no value', value({ value: '' }), 'values.0.value', 'not_a_number'],
    ['a range that is no number', value({ high: 'x' }), 'values.0.high', 'not_a_number'],
    ['a range upside down', value({ low: '50', high: '9' }), 'values.0.low', 'range'],
    [
      'a test told twice',
      { values: [...value().values, ...value({ value: '24' }).values] },
      'values.1.test',
      'told_twice',
    ],
    [
      'a marker that nobody knows',
      { markers: markersOf({ plague: 'reactive' }) },
      'markers.4.marker',
      'unknown_marker',
    ],
    ['an outcome that nobody knows', { markers: markersOf({ hiv: 'maybe' }) }, 'markers.2.outcome', 'unknown_outcome'],
    ['screening that is not complete', { markers: markersOf().slice(1) }, 'markers', 'not_complete'],
    ['a marker told twice', { markers: [...markersOf(), ...markersOf()] }, 'markers.4.marker', 'told_twice'],
  ])('with %s is refused by field and reason', (_, given, field, reason) => {
    expect(read(given)).toEqual({ field, reason });
  });

  it.each([
    ['nothing found', {}, 'ready'],
    ['a reactive marker', { hiv: 'reactive' }, 'contact'],
    ['a technical repeat', { sample: 'repeat' }, 'contact'],
    ['both', { hbv: 'reactive', sample: 'repeat' }, 'contact'],
  ])('with %s leaves one word', (_, markers, status) => {
    const good = read({ markers: markersOf(markers) });
    expect('value' in good && statusOf(good.value.content)).toBe(status);
  });
});
