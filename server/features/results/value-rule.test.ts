import type { Sex } from '@rules/vocabulary';
import { resultTests } from './result-content';
import { explainValue } from './value-rule';

const explain = (test: (typeof resultTests)[number], value: string, sex: Sex = 'male') =>
  explainValue({ test, value }, sex);

describe('a measured value', () => {
  it.each([
    ['alt', '50', 'male', 'within'],
    ['alt', '50.1', 'male', 'above'],
    ['alt', '41', 'female', 'above'],
    ['alt', '0', 'male', 'within'],
    ['haemoglobin', '129.9', 'male', 'below'],
    ['haemoglobin', '130', 'male', 'within'],
    ['haemoglobin', '115', 'female', 'within'],
    ['haemoglobin', '151', 'female', 'above'],
    ['white_cells', '3.4', 'female', 'below'],
    ['platelets', '350', 'male', 'within'],
    ['haematocrit', '0.51', 'male', 'above'],
    ['total_protein', '64', 'male', 'below'],
  ] as const)('%s %s of a %s is %s', (test, value, sex, mark) => {
    expect(explain(test, value, sex)).toMatchObject({ mark, confirmed: false });
  });

  it('is judged by the range of the laboratory where it sends one', () => {
    const own = explainValue({ test: 'alt', value: '45', low: '5', high: '40' }, 'male');
    expect(own).toMatchObject({ mark: 'above', low: '5', high: '40', confirmed: true });
    // Half a range of its own is not completed from another book.
    expect(explainValue({ test: 'haemoglobin', value: '90', high: '180' }, 'male')).toMatchObject({
      mark: 'within',
      low: null,
    });
  });

  it.each(resultTests)('%s says in plain words what is outside, and never names an infection', test => {
    const said = [explain(test, '0'), explain(test, '99999'), explain(test, '1')].map(({ text, name }) => text + name);
    for (const text of said) expect(text).not.toMatch(/肝炎|艾滋|梅毒|病毒|感染|阳性|HIV|HBV|HCV/);
    expect(explain(test, '99999')).toMatchObject({ mark: 'above', text: expect.stringMatching(/高/) as string });
  });
});
