import { ink, paper, quiet, red, type Sheet, type Words } from '@server/platform/drawing/sheet';
import { qrRows } from '@server/platform/drawing/qr-rows';

interface CardContent {
  readonly code: string;
  readonly maskedName: string;
  /** Calendar date. */
  readonly validUntil: string;
}

const title = '献血优享卡';

const words = (x: number, y: number, size: number, colour: string, text: string, align?: Words['align']): Words => ({
  ...{ kind: 'words', x, y, size, colour, text, align },
});

/** 105 × 148 mm lying, to be cut out or folded. It tells no full name and no number, because it may be lost. */
export function cardSheet({ code, maskedName, validUntil }: CardContent): Sheet {
  const rows: readonly (readonly [string, string])[] = [
    ['持卡人', maskedName],
    ['有效期至', validUntil],
    ['可用于', '公交地铁、公园、医院门诊'],
  ];
  const lines = [
    '只在有工作人员的服务窗口使用，',
    '自助闸机不认这张卡。',
    '请同时出示身份证件原件，',
    '只限本人使用，复印件无效。',
    '遗失请到血站挂失，旧卡立即作废。',
  ];
  return {
    title,
    width: 420,
    height: 298,
    items: [
      { kind: 'box', x: 0, y: 0, width: 420, height: 298, fill: '#FFFFFF' },
      { kind: 'box', x: 12, y: 12, width: 396, height: 274, radius: 12, fill: paper, stroke: '#E3B6B9' },
      { kind: 'box', x: 12, y: 12, width: 396, height: 46, radius: 12, fill: red },
      { kind: 'box', x: 12, y: 40, width: 396, height: 18, fill: red },
      words(32, 42, 20, '#FFFFFF', title),
      words(388, 41, 11, '#FFFFFF', '浙江省无偿献血', 'right'),
      // White around the code: scanners need a quiet zone of four squares.
      { kind: 'box', x: 208, y: 72, width: 180, height: 180, fill: '#FFFFFF' },
      { kind: 'squares', x: 222, y: 86, width: 152, rows: qrRows(code) },
      words(298, 268, 10, quiet, '给窗口工作人员扫', 'middle'),
      ...rows.flatMap(([label, value], index) => [
        words(32, 84 + index * 34, 9, quiet, label),
        words(32, 99 + index * 34, 13, ink, value),
      ]),
      ...lines.map((line, index) => words(32, 196 + index * 16, 10, index < 2 ? red : ink, line)),
    ],
  };
}
