import fs from 'node:fs';
import path from 'node:path';
import { boot } from '../testing/mini-program-harness';
import { type HostKind } from '../testing/mini-program-host';
import { walk } from '../testing/mini-program-tree';

const root = path.resolve(__dirname, '../..');

describe.each<HostKind>(['weapp', 'alipay'])('the compiled %s build', kind => {
  const start = () => boot(path.join(root, 'dist', kind), { kind });

  it('shows the home page', async () => {
    const program = start();
    program.open('pages/home/index');
    await program.waitFor(() => program.text().includes('献血'));
    expect(program.current().title).toBe('浙江无偿献血');
  });

  it('opens every page without an error on the way', async () => {
    const program = start();
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
    const program = start();
    program.open('pages/home/index');
    const buttons = await program.waitFor(() => {
      const found = [...walk(program.current().data.root)].filter(([node]) =>
        Object.entries(node).some(([key, value]) => key === name && value === 'button'),
      );
      return found.length > 0 && found;
    });
    expect(buttons.length).toBeGreaterThan(0);
  });
});
