const YUAN = /^(-?)(\d{1,12})(?:\.(\d{1,2})0*)?$/;

/** '12.30' or 12.3 yuan → 1230 fen, without floating-point arithmetic; undefined for anything else. */
export function fenOf(yuan: unknown): number | undefined {
  const match = typeof yuan === 'string' || typeof yuan === 'number' ? YUAN.exec(String(yuan)) : null;
  if (!match) return undefined;
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' && fen !== 0 ? -fen : fen;
}

/** 1230 fen → '12.30'. */
export function yuanOf(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
