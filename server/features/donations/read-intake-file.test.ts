import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { detectEncoding, readLines, surveyIntakeFile, UnusableInput } from './read-intake-file';

describe('an export file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'intake-file-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const written = (name: string, content: Buffer): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const lines = ['姓名,编号', ...Array.from({ length: 9000 }, (_, index) => `测试甲䶮𠮷,${index}`)];
  const text = `${lines.join('\r\n')}\r\n`;
  const linesOf = async (file: string) => {
    const surveyed = await surveyIntakeFile(file);
    const found: string[] = [];
    const read = readLines(surveyed);
    for await (const piece of read) found.push(...piece.map(line => read.decode(line.replace('\r', ''))));
    return { surveyed, found };
  };

  it.each<[string, string, Buffer, string]>([
    ['UTF-8', 'a.csv', Buffer.from(text), 'utf8'],
    ['UTF-8 with a byte order mark', 'b.csv', Buffer.from(`\ufeff${text}`), 'utf8'],
    ['GB18030, also its four-byte characters', 'c.csv', iconv.encode(text, 'gb18030'), 'gb18030'],
    ['GB18030 packed by gzip', 'd.csv.gz', gzipSync(iconv.encode(text, 'gb18030')), 'gb18030'],
  ])('is read in %s', async (_what, name, content, encoding) => {
    const { surveyed, found } = await linesOf(written(name, content));
    expect(surveyed).toMatchObject({ encoding, lines: lines.length, label: name });
    expect(found).toEqual(lines);
  });

  it('has its last line also without a line end', async () => {
    const { surveyed, found } = await linesOf(written('e.csv', Buffer.from('a\nb')));
    expect(surveyed.lines).toBe(2);
    expect(found).toEqual(['a', 'b']);
  });

  it('is not held whole in memory when it has no line ends', async () => {
    const { found } = await linesOf(written('f.csv', Buffer.alloc(3_000_000, 'x')));
    expect(found.map(line => line.length)).toEqual([64 * 1024]);
  });

  it.each([
    ['ends inside its packing', gzipSync(Buffer.from(text)).subarray(0, 200)],
    ['is not packed although its name says so', Buffer.from(text)],
  ])('is unusable when it %s', async (_what, content) => {
    await expect(surveyIntakeFile(written('g.csv.gz', content))).rejects.toThrow(UnusableInput);
  });

  it('is unusable when it is not there or is a folder', async () => {
    await expect(surveyIntakeFile(path.join(folder, 'nothing.csv'))).rejects.toThrow(UnusableInput);
    await expect(surveyIntakeFile(folder)).rejects.toThrow(UnusableInput);
  });

  it('is told by its first bytes, wherever they end', () => {
    const utf8 = Buffer.from('测试');
    for (let end = 1; end <= utf8.length; end++) expect(detectEncoding(utf8.subarray(0, end))).toBe('utf8');
    expect(detectEncoding(iconv.encode('测试', 'gb18030'))).toBe('gb18030');
  });
});
