/** An element of the small XML that a SOAP register sends: text or children, no mixture, no attributes kept. */
export interface XmlElement {
  /** Without its prefix. */
  name: string;
  text: string;
  children: XmlElement[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const TOKEN =
  /<(\/?)([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const MAX_DEPTH = 20;

function decode(text: string): string {
  return text.replace(/&([^;&]{0,10});?/g, (whole, name: string) => {
    const value = whole.endsWith(';') ? ENTITIES[name] : undefined;
    if (value === undefined) throw new SyntaxError('unknown entity');
    return value;
  });
}

/**
 * Strict on purpose: document types, own entities, CDATA, comments and processing instructions other than the
 * declaration are refused, so nothing can be expanded or fetched.
 */
export function parseXml(source: string): XmlElement {
  const xml = source.replace(/^\uFEFF?<\?xml[^?<>]*\?>/, '').trim();
  const root: XmlElement = { name: '', text: '', children: [] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const token = TOKEN.exec(xml);
    const parent = open[open.length - 1];
    if (!token || !parent) throw new SyntaxError('not well formed');
    const [, closing, qualified, attributes, selfClosing, text] = token;
    if (text !== undefined) {
      parent.text += decode(text);
    } else if (closing) {
      if (attributes || selfClosing || open.length === 1 || parent.name !== localName(qualified)) {
        throw new SyntaxError('not well formed');
      }
      open.pop();
    } else {
      const element = { name: localName(qualified), text: '', children: [] };
      parent.children.push(element);
      if (!selfClosing) open.push(element);
      if (open.length > MAX_DEPTH) throw new SyntaxError('too deep');
    }
  }
  const [only, ...others] = root.children;
  if (open.length !== 1 || !only || others.length > 0 || root.text.trim() !== '')
    throw new SyntaxError('not well formed');
  return only;
}

const localName = (qualified = ''): string => qualified.slice(qualified.indexOf(':') + 1);

export function findElements(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap(child => [...(child.name === name ? [child] : []), ...findElements(child, name)]);
}

export function childText(element: XmlElement, name: string): string | undefined {
  const text = element.children.find(child => child.name === name)?.text.trim();
  return text === '' ? undefined : text;
}

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, char => `&${Object.keys(ENTITIES).find(name => ENTITIES[name] === char)};`);
