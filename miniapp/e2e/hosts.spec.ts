import fs from 'node:fs';
import path from 'node:path';
import { boot, type MiniProgram } from '../testing/mini-program-harness';
import { type HostKind } from '../testing/mini-program-host';
import { walk } from '../testing/mini-program-tree';

const root = path.resolve(__dirname, '../..');

describe.each<HostKind>(['weapp', 'alipay'])('the compiled %s build', kind => {
  let program: MiniProgram;

  beforeEach(() => {
    program = boot(path.join(root, 'dist', kind), { kind });
  });
  afterEach(() => program.stop());

  it('shows the home page', async () => {
    program.open('pages/home/index');
    await program.waitFor(() => program.text().includes('献血'));
    expect(program.current().title).toBe('浙江无偿献血');
  });

  it('opens every page without an error on the way', async () => {
    for (const route of program.routes) {
      program.open(route);
      await program.waitFor(() => program.text() !== '');
    }
    expect(program.pages.map(page => page.route)).toEqual(program.routes);
  });

  it('tells the screen reader what can be tapped', async () => {
    const template = { weapp: 'base.wxml', alipay: 'base.axml' }[kind];
    const source = fs.readFileSync(path.join(root, 'dist', kind, template), 'utf8');
    // Taro shortens the names of attributes to numbers; template and data must agree on them.
    const attribute = { weapp: /aria-role="{{i\.(\w+)}}"/, alipay: / role="{{i\.(\w+)}}"/ }[kind];
    const name = attribute.exec(source)?.[1] ?? 'none';
    program.open('pages/home/index');
    const buttons = await program.waitFor(() => {
      const found = [...walk(program.current().data.root)].filter(([node]) =>
        Object.entries(node).some(([key, value]) => key === name && value === 'button'),
      );
      return found.length > 0 && found;
    });
    expect(buttons.length).toBeGreaterThan(0);
  });

  it('turns to large type at a tap, and remembers it', async () => {
    program.open('pages/home/index');
    await program.waitFor(() => program.text().includes('大字版'));
    const large = () => [...walk(program.current().data.root)].some(([node]) => node.cl?.split(' ').includes('elder'));
    expect(large()).toBe(false);
    await program.tap('大字版');
    await program.waitFor(large);
    program.open('pages/mine/index');
    await program.waitFor(() => program.text() !== '');
    expect(large()).toBe(true);
    const kept = program.calls.filter(call => call.api === 'setStorageSync');
    expect(JSON.stringify(kept)).toContain('elder');
  });
});
