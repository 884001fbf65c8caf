import { ink, quiet, red, type Item, type Sheet } from '@server/platform/drawing/sheet';
import type { PictureContent, PosterContent, YearContent } from './picture-content';
import * as parts from './picture-parts';

const { width, margin, words } = parts;
const white = '#FFFFFF';
const awardShort = { bronze: '铜奖', silver: '银奖', gold: '金奖', lifetime: '终身荣誉奖' } as const;

const whoseText = (name: string | null): string => (name === null ? '一位浙江献血者' : name);

function posterSheet(content: PosterContent, address: string): Sheet {
  const { donations, name, firstYear, lastYear, award, badges, count } = content;
  const span = firstYear === lastYear ? `${firstYear} 年` : `${firstYear} — ${lastYear}`;
  const sums = [...parts.sumsOf(content), { value: count, unit: '次', label: '奖次' }];
  const honors = [
    ...(award === null ? [] : [`达到全国奉献奖${awardShort[award]}`]),
    ...(badges === 0 ? [] : [`${badges} 枚献血徽章`]),
  ];
  const height = honors.length > 0 ? 744 : 680;
  const items: Item[] = [
    parts.ground(height),
    ...parts.redGround(404, { x: 195, y: 236 }),
    words(margin, 46, 16, parts.gold, '浙江省无偿献血'),
    words(width - margin, 46, 16, white, whoseText(name), { align: 'right' }),
    words(195, 104, 22, white, '我的献血足迹', { align: 'middle', bold: true }),
    { kind: 'shape', path: parts.drop(195, 122, 34), fill: white, opacity: 0.95 },
    words(195, 274, 118, white, String(donations), { align: 'middle', bold: true }),
    words(195, 312, 20, parts.gold, '次无偿献血', { align: 'middle' }),
    words(195, 344, 16, white, span, { align: 'middle' }),
    ...parts.card(376, 112),
    ...parts.sumsRow(424, sums),
    ...honorsOf(honors, award !== null),
    words(195, height - 146, 17, red, '血液不能人工制造，只能由人捐献', { align: 'middle', bold: true }),
    ...parts.foot(height - 118, address),
  ];
  return { title: '我的献血足迹', width, height, items };
}

function honorsOf(honors: readonly string[], hasMedal: boolean): Item[] {
  if (honors.length === 0) return [];
  const left = hasMedal ? margin + 66 : margin + 20;
  return [
    ...(hasMedal ? parts.medal(margin + 32, 524, 18) : []),
    ...honors.map((text, index) =>
      words(left, 524 + index * 27 + (honors.length === 1 ? 8 : 0), 17, index === 0 ? ink : quiet, text, {
        bold: index === 0,
      }),
    ),
  ];
}

const sayDay = ({ on, type, volumeMl, unitsTenths }: YearContent['days'][number]): readonly string[] => {
  const [, month = '', day = ''] = on.split('-');
  const amount =
    type === 'whole_blood'
      ? `全血 ${volumeMl ?? 0} 毫升`
      : type === 'platelets'
        ? `血小板 ${(unitsTenths ?? 0) / 10} 单位`
        : '造血干细胞';
  return [`${Number(month)}月${Number(day)}日`, amount];
};

/** Twelve drops, the full ones for months with a donation; more than one says how many. */
function monthsOf(y: number, months: readonly number[]): Item[] {
  const share = (width - 2 * margin - 24) / 6;
  return months.flatMap((donations, index): Item[] => {
    const x = margin + 12 + share * ((index % 6) + 0.5);
    const top = y + (index < 6 ? 0 : 74);
    const shape = parts.drop(x, top, 38);
    return [
      donations > 0
        ? { kind: 'shape', path: shape, fill: red }
        : { kind: 'shape', path: shape, stroke: '#D8C9C1', strokeWidth: 1.4 },
      ...(donations > 1 ? [words(x, top + 30, 15, white, String(donations), { align: 'middle', bold: true })] : []),
      words(x, top + 58, 14, donations > 0 ? ink : quiet, `${index + 1}月`, { align: 'middle', bold: donations > 0 }),
    ];
  });
}

/** More than a year can hold by the rules; a record with errors does not run off the page. */
const mostDays = 26;
const mostMoments = 5;

function yearSheet(content: YearContent, address: string): Sheet {
  const { year, donations, name, months, soFar } = content;
  const sums = [{ value: String(donations), unit: '次', label: '献血' }, ...parts.sumsOf(content)];
  const shownDays = content.days.slice(0, mostDays).map(sayDay);
  if (content.days.length > mostDays) shownDays.push([`另有 ${content.days.length - mostDays} 次`]);
  const moments = content.moments.slice(0, mostMoments).map(text => [text]);
  const list = (title: string, lines: readonly (readonly string[])[], y: number): Item[] =>
    lines.length === 0
      ? []
      : [
          words(margin + 4, y, 17, red, title, { bold: true }),
          ...lines.flatMap((cells, line) =>
            cells.map((text, cell) => words(margin + 4 + cell * 92, y + 30 + line * 25, 16, ink, text)),
          ),
        ];
  const daysAt = 574;
  const momentsAt = daysAt + (shownDays.length === 0 ? 0 : 54 + shownDays.length * 25);
  const footAt = momentsAt + (moments.length === 0 ? 0 : 54 + moments.length * 25) - 20;
  const height = footAt + 118;
  const items: Item[] = [
    parts.ground(height),
    ...parts.redGround(262, { x: 306, y: 122 }),
    { kind: 'shape', path: parts.drop(306, 78, 88), fill: white, opacity: 0.14 },
    words(margin, 46, 16, parts.gold, '浙江省无偿献血'),
    words(width - margin, 46, 16, white, whoseText(name), { align: 'right' }),
    words(margin, 140, 84, white, String(year), { bold: true }),
    words(margin + 2, 178, 22, white, '年度献血记录', { bold: true }),
    words(margin + 2, 206, 16, parts.gold, soFar === donations ? '从这一年开始' : `至此累计献血 ${soFar} 次`),
    ...parts.card(232, 112),
    ...parts.sumsRow(280, sums),
    words(margin + 4, 384, 17, red, '这一年', { bold: true }),
    ...monthsOf(400, months),
    ...list('每一次', shownDays, daysAt),
    ...list('这一年得到', moments, momentsAt),
    ...parts.foot(footAt, address),
  ];
  return { title: `${year}年度献血记录`, width, height, items };
}

export const pictureSheet = (content: PictureContent, address: string): Sheet =>
  content.kind === 'poster' ? posterSheet(content, address) : yearSheet(content, address);
