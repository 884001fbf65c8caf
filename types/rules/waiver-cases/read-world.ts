import type { CaseWorld, Register, Role } from './model';

/**
 * What the registers hold, in words: `book donor=户主 patient=妻; marriage donor+patient 2010-01-01; divorce …;
 * birth mother+father>child numberless; writes donor=测试壬; old patient; down marriage`.
 */
export function readWorld(text: string): CaseWorld {
  const parts = text.split(';').map(part => part.trim().split(' '));
  const of = (kind: string): string[][] => parts.filter(([word]) => word === kind).map(([, ...rest]) => rest);
  const pair = (word: string): [Role, string] => {
    const [role, value = ''] = word.split('=');
    return [role as Role, value];
  };
  return {
    books: of('book').map(members => members.map(pair)),
    marriages: parts.flatMap(([kind, both = '', on = '']) => {
      const [man, woman] = both.split('+');
      return kind === 'marriage' || kind === 'divorce' ? [[man as Role, woman as Role, on, kind] as const] : [];
    }),
    births: of('birth').map(([who = '', numberless]) => {
      const [parents = '', child] = who.split('>');
      const [mother, father] = parents.split('+');
      return {
        ...{ child: child as Role, mother: mother as Role, withNumber: numberless === undefined },
        ...(father === undefined ? {} : { father: father as Role }),
      };
    }),
    writes: Object.fromEntries(of('writes').flatMap(words => words.map(pair))),
    old: of('old').flat() as Role[],
    down: of('down').flat() as Register[],
  };
}
