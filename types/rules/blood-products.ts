import type { CalendarDate } from './calendar';

/** What a bill line is about. `cross_match` and `service` stand on blood bills too, but no rule waives them. */
export type BloodProduct = 'red_cells' | 'plasma' | 'platelets' | 'cryoprecipitate' | 'whole_blood';
/** Of a kept line also: nobody knows yet and it counts for nothing, or a reviewer took it as blood. */
export type BillProduct = BloodProduct | 'unclear' | 'by_reviewer';

export type BillLineClass =
  | { kind: 'waivable'; product: BloodProduct }
  /** Not a blood fee: laboratory, material, drug, cross-matching, service. */
  | { kind: 'not_blood' }
  /** Names a product together with a word that may mean something else; a person decides. */
  | { kind: 'unclear' };

interface BloodProductTable {
  effectiveFrom: CalendarDate;
  source: string;
  confirmed: boolean;
  /** In this order: 去白细胞悬浮红细胞 names white cells too, 富血小板血浆 two products. */
  products: readonly { product: BloodProduct; words: readonly string[] }[];
  /** A line with one of these words is no blood fee, whatever product it names. */
  never: readonly string[];
  unclear: readonly string[];
  /** Hospital code → its charge code → product; wins over every word. `none` marks a code that is no blood fee. */
  codes: Readonly<Record<string, Readonly<Record<string, BloodProduct | 'none'>>>>;
}

/** Newest last. Hospitals' own charge codes enter here as they are agreed; the words serve until then. */
const TABLES: readonly BloodProductTable[] = [
  {
    effectiveFrom: '2014-01-01',
    source: 'Working table: no public list of charge names or codes for blood in Zhejiang',
    confirmed: false,
    products: [
      { product: 'cryoprecipitate', words: ['冷沉淀'] },
      { product: 'platelets', words: ['血小板'] },
      { product: 'red_cells', words: ['红细胞', '红悬', '少白红'] },
      { product: 'plasma', words: ['血浆'] },
      { product: 'whole_blood', words: ['全血'] },
    ],
    never: [
      ...[
        '配血',
        '配型',
        '交叉',
        '血型',
        '抗体',
        '抗原',
        '筛查',
        '鉴定',
        '监测',
        '检测',
        '检查',
        '测定',
        '试验',
        '分析',
      ],
      ...['计数', '沉降', '压积', '脆性', '形态', '聚集', '渗透', '蛋白', '生成素', '注射', '代血浆', '代用', '二聚体'],
      ...['器', '置换', '灌流', '吸附', '服务', '护理', '输血费', '输注费', '手续', '运送', '全血细胞'],
    ],
    unclear: ['自体', '富血小板', '治疗', '加工', '处理费', '储存', '保存', '回输', '采集'],
    codes: {},
  },
];

const tableOn = (tables: readonly BloodProductTable[], on: CalendarDate): BloodProductTable | undefined =>
  [...tables].reverse().find(table => table.effectiveFrom <= on);

const has = (name: string, words: readonly string[]): boolean => words.some(word => name.includes(word));

/** `on` is the day of the bill. */
export function classifyBillLine(
  line: { code: string; name: string },
  hospitalCode: string,
  on: CalendarDate,
  tables = TABLES,
): BillLineClass {
  const table = tableOn(tables, on);
  if (!table) return { kind: 'not_blood' };
  const byCode = table.codes[hospitalCode]?.[line.code];
  if (byCode !== undefined) return byCode === 'none' ? { kind: 'not_blood' } : { kind: 'waivable', product: byCode };
  // 治疗量 is the unit in which platelets are sold, not a treatment.
  const name = line.name.replace(/\s|治疗(量|单位)/g, '');
  const match = table.products.find(({ words }) => has(name, words));
  if (!match || has(name, table.never)) return { kind: 'not_blood' };
  return has(name, table.unclear) ? { kind: 'unclear' } : { kind: 'waivable', product: match.product };
}

/** The blood lines of a bill with their products, and whether a person must look at another line first. */
export function bloodLines<L extends { code: string; name: string; amountFen: number }>(
  lines: readonly L[],
  hospitalCode: string,
  on: CalendarDate,
): {
  lines: { name: string; product: BloodProduct; amountFen: number }[];
  unclear: { name: string; product: 'unclear'; amountFen: number }[];
  isUnclear: boolean;
} {
  const classes = lines.map(line => ({ line, found: classifyBillLine(line, hospitalCode, on) }));
  return {
    lines: classes.flatMap(({ line: { name, amountFen }, found }) =>
      found.kind === 'waivable' ? [{ name, product: found.product, amountFen }] : [],
    ),
    unclear: classes.flatMap(({ line: { name, amountFen }, found }) =>
      found.kind === 'unclear' ? [{ name, product: 'unclear' as const, amountFen }] : [],
    ),
    isUnclear: classes.some(({ found }) => found.kind === 'unclear'),
  };
}

/** Sum of the blood fees of a bill in fen, and whether a person must look at a line first. */
export function bloodFee(
  lines: readonly { code: string; name: string; amountFen: number }[],
  hospitalCode: string,
  on: CalendarDate,
): { feeFen: number; isUnclear: boolean } {
  const blood = bloodLines(lines, hospitalCode, on);
  return { feeFen: blood.lines.reduce((sum, { amountFen }) => sum + amountFen, 0), isUnclear: blood.isUnclear };
}
