/** The code in what was scanned or pasted: the bare code, or a link that carries it. */
export function codeIn(text: string): string {
  const linked = /[?&]code=([^&#\s]+)/.exec(text)?.[1];
  return (linked ?? text).replace(/[\s-]/g, '').toUpperCase();
}

/** '7KQW 3MPD': easier to read out. */
export const spaced = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
