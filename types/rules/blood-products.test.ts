import { type BloodProduct, bloodFee, classifyBillLine } from './blood-products';

const classify = (name: string, on = '2026-03-01') => classifyBillLine({ code: '', name }, 'H1', on);

describe('bill lines', () => {
  it.each<[string, BloodProduct]>([
    ['去白细胞悬浮红细胞 1U', 'red_cells'],
    ['洗涤红细胞(200ml)', 'red_cells'],
    ['新鲜冰冻血浆 100ml', 'plasma'],
    ['病毒灭活血浆', 'plasma'],
    ['单采血小板 1治疗量', 'platelets'],
    ['冷沉淀凝血因子 1U', 'cryoprecipitate'],
    ['去白全血 200ml', 'whole_blood'],
    ['辐照悬浮 红细胞', 'red_cells'],
  ])('%s is a blood fee for %s', (name, product) => {
    expect(classify(name)).toEqual({ kind: 'waivable', product });
  });

  it.each([
    '交叉配血',
    '红细胞配血费',
    '一次性输血器',
    '血浆分离器',
    '血小板输血服务费',
    '血小板计数',
    '红细胞沉降率测定',
    '全血细胞分析',
    '血小板抗体检测',
    '重组人促红细胞生成素',
    '羟乙基淀粉代血浆',
    '血浆置换术',
    'ABO血型鉴定',
    '床位费',
    '白蛋白',
  ])('%s is not a blood fee', name => {
    expect(classify(name)).toEqual({ kind: 'not_blood' });
  });

  it.each(['自体全血采集', '富血小板血浆治疗', '血小板加工费'])('%s is left to a person', name => {
    expect(classify(name)).toEqual({ kind: 'unclear' });
  });

  it('a day before the first table has no blood fees', () => {
    expect(classify('悬浮红细胞', '2013-12-31')).toEqual({ kind: 'not_blood' });
  });

  it('a hospital’s own charge code wins over the words of the name', () => {
    const table = {
      effectiveFrom: '2026-01-01',
      source: 'test',
      confirmed: true,
      products: [{ product: 'red_cells' as const, words: ['红细胞'] }],
      never: [],
      unclear: [],
      codes: { H1: { X7: 'plasma' as const, X8: 'none' as const } },
    };
    const kind = (code: string, hospital: string) =>
      classifyBillLine({ code, name: '红细胞' }, hospital, '2026-03-01', [table]);
    expect(kind('X7', 'H1')).toEqual({ kind: 'waivable', product: 'plasma' });
    expect(kind('X8', 'H1')).toEqual({ kind: 'not_blood' });
    expect(kind('X7', 'H2')).toEqual({ kind: 'waivable', product: 'red_cells' });
  });

  it('adds up the blood fees alone and tells of unclear lines', () => {
    const lines = [
      { code: '1', name: '悬浮红细胞', amountFen: 42_000 },
      { code: '2', name: '新鲜冰冻血浆', amountFen: 8_000 },
      { code: '3', name: '交叉配血', amountFen: 5_000 },
    ];
    expect(bloodFee(lines, 'H1', '2026-03-01')).toEqual({ feeFen: 50_000, isUnclear: false });
    expect(bloodFee([...lines, { code: '4', name: '自体全血', amountFen: 1 }], 'H1', '2026-03-01')).toEqual({
      feeFen: 50_000,
      isUnclear: true,
    });
  });
});
