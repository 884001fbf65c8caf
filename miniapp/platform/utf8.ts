/** Bytes of a text. Not every mini-program engine has TextEncoder. */
export const utf8 = (text: string): number[] =>
  Array.from(encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|(.)/g), ([, hex, plain]) =>
    hex ? Number.parseInt(hex, 16) : (plain ?? '').charCodeAt(0),
  );
