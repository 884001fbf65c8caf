import { createPool, type Pool, type PoolOptions } from 'mysql2';

/** Of each connection: above what the busy paths use, and few enough that many connections stay below what servers allow. */
const statementsKept = 150;
/** Longer lists of values are made anew each time; a handle for each length would serve nobody twice. */
const longestList = 72;

type Query = (...args: unknown[]) => unknown;
const isPlain = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number' || value === null;
const isPreparable = (values: unknown): boolean =>
  Array.isArray(values) && values.length > 0 && values.length <= longestList && values.every(isPlain);

const serverIsFull = 1461;

/** The server keeps no more prepared statements (`max_prepared_stmt_count`): the same is then asked in plain text. */
const unlessFull =
  (done: unknown, inPlainText: () => unknown) =>
  (error: { errno?: number } | null, ...answer: unknown[]): void => {
    if (error?.errno === serverIsFull) inPlainText();
    else if (typeof done === 'function') done(error, ...answer);
  };

/**
 * The driver for TypeORM, which knows no prepared statements: those whose values are plain are planned by the database once for
 * each connection instead of each time. The isolation level is set with the connection: with each transaction it would be one
 * more message each.
 */
export const preparingDriver = {
  createPool(options: PoolOptions): Pool {
    const pool = createPool({ ...options, maxPreparedStatements: statementsKept });
    pool.on('connection', connection => {
      const query = connection.query.bind(connection) as Query;
      const execute = connection.execute.bind(connection) as Query;
      query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
      const prepared: Query = (sql, values, done) =>
        typeof sql === 'string' && isPreparable(values)
          ? execute(
              sql,
              values,
              unlessFull(done, () => query(sql, values, done)),
            )
          : query(sql, values, done);
      // What TypeORM awaits. That of mysql2 keeps a stack trace for each statement, in case it fails: TypeORM's error has one.
      const awaited = {
        query: (sql: unknown, values: unknown) =>
          new Promise((resolve, reject) => {
            prepared(sql, values, (error: unknown, rows: unknown, fields: unknown) =>
              error ? reject(error as Error) : resolve([rows, fields]),
            );
          }),
      };
      Object.assign(connection, { query: prepared, promise: () => awaited });
    });
    return pool;
  },
};
