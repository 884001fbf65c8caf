import { startTestApp, type TestApp } from '@server/testing/test-app';
import { AuditLine } from '../audit/audit-line.entity';
import { newId } from '../ids';
import { bulkLoad, loadText, type LoadingConnection } from './bulk-load';
import { isUniqueViolation } from './errors';
import { insertRows } from './insert-rows';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

type Row = Omit<AuditLine, 'at' | 'role'>;
const row = (action: string, id = newId()): Row => ({
  id,
  action,
  actorId: null,
  subjectId: null,
  helperKind: null,
  helperId: null,
  assistanceId: null,
  outcome: 'done',
  requestId: 'test',
});
const write = (rows: readonly Row[]): Promise<void> =>
  test.app.db.transaction(em =>
    insertRows<AuditLine, 'at' | 'role'>(em, AuditLine, rows, { at: test.clock.now(), role: 'a\tb' }),
  );
const read = (requestId: string): Promise<AuditLine[]> =>
  test.app.db.read(em => em.find(AuditLine, { where: { requestId }, order: { id: 'ASC' } }));

const difficult = ['tab\there', 'line\nend', '\\N', '\\', 'end\r', 'zero\0byte', '“引号”,"\'', '𠮷䶮', ''];

describe('many rows', () => {
  it.each([3, 60, 300])('are written as they are when there are %i', async count => {
    const requestId = `many-${count}`;
    const rows = Array.from({ length: count }, (_, n) => ({
      ...row(difficult[n % difficult.length] ?? ''),
      requestId,
    }));
    await write(rows);
    const found = await read(requestId);
    expect(found.map(({ id, action, actorId, role }) => ({ id, action, actorId, role }))).toEqual(
      rows.map(({ id, action, actorId }) => ({ id, action, actorId, role: 'a\tb' })),
    );
  });

  it.each([3, 60, 300])('are refused whole when one of %i is there already', async count => {
    const taken = newId();
    await write([row('taken', taken)]);
    const rows = Array.from({ length: count - 1 }, () => ({ ...row('new'), requestId: `twice-${count}` }));
    const error: unknown = await write([...rows, row('again', taken)]).catch((cause: unknown) => cause);
    expect(isUniqueViolation(error)).toBe(true);
    expect(await read(`twice-${count}`)).toEqual([]);
  });

  const onMariadb = process.env['TEST_DB'] === 'mariadb' ? it : it.skip;
  onMariadb.each([3, 60, 300])('are refused whole when a value of %i is too long', async count => {
    const rows = Array.from({ length: count }, () => ({ ...row('new'), requestId: `long-${count}` }));
    await expect(write([...rows, row('x'.repeat(5000))])).rejects.toThrow(/too long|truncated/i);
    expect(await read(`long-${count}`)).toEqual([]);
  });
});

describe('the server’s loader', () => {
  const failing = (errno: number): LoadingConnection => ({
    query: (_statement, _values, done) => done(Object.assign(new Error('no'), { errno })),
  });
  const load = (connection: LoadingConnection): Promise<boolean> =>
    bulkLoad(connection, { table: 't', columns: ['a'] }, { rows: 1, text: '1\n' }, { columns: [], values: [] });

  it.each([1148, 3948, 4166])('is not used where the server answers %i', async errno => {
    expect(await load(failing(errno))).toBe(false);
  });

  it('fails as the statement would for any other reason, so that a deadlock is repeated', async () => {
    await expect(load(failing(1213))).rejects.toMatchObject({ driverError: { errno: 1213 } });
  });

  it('is told nothing that it would read otherwise', () => {
    expect(loadText([{ a: 1, b: null, c: true, d: 'x' }], ['a', 'b', 'c', 'd'])).toBe('1\t\\N\t1\tx\n');
    expect(() => loadText([{ a: new Date() }], ['a'])).toThrow(TypeError);
  });
});
