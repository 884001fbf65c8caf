import { qrRows } from '@server/platform/drawing/qr-rows';
import { ink, paper, quiet, red, type Sheet, type Words } from '@server/platform/drawing/sheet';

export interface HonorContent {
  readonly number: string;
  readonly name: string;
  readonly maskedDocument: string;
  readonly bloodGroup: string;
  readonly city: string;
  readonly issuedOn: string;
  readonly verifyUrl: string;
  readonly photo: { readonly contentType: 'image/jpeg' | 'image/png'; readonly bytes: Buffer };
}

export const honorTitle = '浙江省无偿献血荣誉证';
export const honorIssuer = '浙江省献血工作领导小组办公室';

const words = (x: number, y: number, size: number, colour: string, text: string, align?: Words['align']): Words => ({
  kind: 'words',
  x,
  y,
  size,
  colour,
  text,
  align,
});

/** The fields of the red booklet: photo, name, blood group, region, document number. 105 × 148 mm lying. */
export function honorSheet(content: HonorContent): Sheet {
  const rows: readonly (readonly [string, string])[] = [
    ['姓名', content.name],
    ['血型', content.bloodGroup],
    ['地区', `浙江省${content.city}`],
    ['证件号码', content.maskedDocument],
    ['证书编号', content.number],
    ['发证日期', content.issuedOn],
  ];
  return {
    title: honorTitle,
    width: 420,
    height: 298,
    items: [
      { kind: 'box', x: 0, y: 0, width: 420, height: 298, fill: red },
      { kind: 'box', x: 10, y: 10, width: 400, height: 278, radius: 8, fill: paper, stroke: '#E3B6B9' },
      words(210, 50, 22, red, honorTitle, 'middle'),
      { kind: 'box', x: 150, y: 60, width: 120, height: 1, fill: red },
      { kind: 'photo', x: 34, y: 80, width: 90, height: 126, ...content.photo },
      ...rows.flatMap(([label, value], index) => [
        words(146, 96 + index * 22, 10, quiet, label),
        words(202, 96 + index * 22, 12, ink, value),
      ]),
      { kind: 'squares', x: 330, y: 150, width: 56, rows: qrRows(content.verifyUrl) },
      words(358, 220, 8, quiet, '扫码核验', 'middle'),
      words(34, 240, 10, ink, '本人使用。乘车、游览、就诊时请同时带好身份证件。'),
      words(386, 268, 11, ink, honorIssuer, 'right'),
      words(34, 268, 8, quiet, '终身有效，撤销、换发的以扫码结果为准'),
    ],
  };
}
