import path from 'node:path';
import { boot } from '../testing/mini-program-harness';
import { type HostKind } from '../testing/mini-program-host';

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
});
