import { sayFigures } from './say-figures';

describe('the figures of a visit', () => {
  it('are said in the order of the examination, in the unit of each, what is outside in words', () => {
    const figures = { haemoglobin: 101, weightTenths: 585, temperatureTenths: 364, haematocritThousandths: 415 };
    expect(sayFigures(figures, ['haemoglobin'])).toEqual([
      { label: '体重', value: '58.5 公斤' },
      { label: '体温', value: '36.4 ℃' },
      { label: '血红蛋白', value: '101 g/L（不在献血范围内）' },
      { label: '红细胞比容', value: '0.415' },
    ]);
  });
});
