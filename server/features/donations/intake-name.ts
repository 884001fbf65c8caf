/** The common characters, which have one spelling each. */
const isPlain = /^[\u4e00-\u9fff]+$/;

/** One spelling of a name: no outer, double or padding blanks (张 三 and 张三), one kind of middle dot. */
export const plainName = (text: string): string =>
  isPlain.test(text)
    ? text
    : text
        .normalize('NFC')
        .replace(/\s+/gu, ' ')
        .trim()
        .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
        .replace(/[•‧∙．・]/gu, '·');
