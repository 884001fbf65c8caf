/** '12,800' */
export const sayCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** '1,234.50' from fen. */
export function sayYuan(fen: number): string {
  const [whole = '0', part = '00'] = (Math.abs(fen) / 100).toFixed(2).split('.');
  return `${fen < 0 ? '-' : ''}${sayCount(Number(whole))}.${part}`;
}

/** Fen from what a person typed in yuan; null when it is no amount. Never through a fraction: 4.35 × 100 is not 435. */
export function readYuan(text: string): number | null {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.replace(/[,，\s元¥￥]/g, ''));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}
