import { childText, escapeXml, findElements, parseXml } from './xml';

describe('the strict XML reader', () => {
  it('reads nested elements without prefixes and attributes', () => {
    const root = parseXml(
      '<?xml version="1.0" encoding="UTF-8"?>\n<s:A xmlns:s="urn:x"><s:B id=\'1\'> 甲&amp;乙 </s:B><C/></s:A>',
    );
    expect(root.name).toBe('A');
    expect(childText(root, 'B')).toBe('甲&乙');
    expect(childText(root, 'C')).toBeUndefined();
    expect(findElements(root, 'B')).toHaveLength(1);
  });

  it('reads back what was escaped', () => {
    const text = `<a href="x">'&'</a>`;
    expect(parseXml(`<t>${escapeXml(text)}</t>`).text).toBe(text);
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an own entity', '<a>&x;</a>'],
    ['a bare ampersand', '<a>b & c</a>'],
    ['CDATA', '<a><![CDATA[b]]></a>'],
    ['a comment', '<a><!-- b --></a>'],
    ['a processing instruction', '<a><?php x ?></a>'],
    ['an element left open', '<a><b></a>'],
    ['a stray end', '<a></a></b>'],
    ['two roots', '<a/><b/>'],
    ['text beside the root', '<a/>b'],
    ['nothing', ''],
    ['an attribute without quotes', '<a b=c/>'],
    ['depth beyond reason', '<a>'.repeat(30) + '</a>'.repeat(30)],
  ])('refuses %s', (_case, xml) => {
    expect(() => parseXml(xml)).toThrow(SyntaxError);
  });
});
