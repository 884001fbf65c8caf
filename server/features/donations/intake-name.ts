/** One spelling of a name: no outer, double or padding blanks (张 三 and 张三), one kind of middle dot. */
export const plainName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/[•‧∙．・]/gu, '·');
