import { splitCells } from './split-cells';

describe('cells of lines', () => {
  it.each<[string, string[], (string[] | undefined)[]]>([
    [
      'are what stands between commas',
      ['a,b,', ',,c'],
      [
        ['a', 'b', ''],
        ['', '', 'c'],
      ],
    ],
    [
      'may be quoted to hold commas and quotes',
      ['"a,1","b ""x"""', 'c,d'],
      [
        ['a,1', 'b "x"'],
        ['c', 'd'],
      ],
    ],
    ['stay apart when one line leaves a quote open', ['1,"a', '2,b', '3,"c"'], [undefined, ['2', 'b'], ['3', 'c']]],
    ['stay apart when two lines leave quotes open', ['1,"a', '2,b"', '3,c'], [undefined, undefined, ['3', 'c']]],
    ['keep blank lines in their places', ['1,"a"', '', '2,b'], [['1', 'a'], [''], ['2', 'b']]],
  ])('%s', (_what, lines, cells) => {
    expect(splitCells(lines)).toEqual(cells);
  });
});
