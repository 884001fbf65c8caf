// Loaded into a server process before anything else (`NODE_OPTIONS=--require …`): the process kills itself with SIGKILL just before
// the KILL_AT-th statement, counted from the first one that matches KILL_FROM. With NO_TRANSACTIONS=1 nothing is undone any more, as
// if nobody had written transactions: a proof that still found no fault then would prove nothing.
const path = require('node:path');

const from = new RegExp(process.env.KILL_FROM ?? '$^');
const at = Number(process.env.KILL_AT ?? 1);
const control = /^\s*(BEGIN|START TRANSACTION|COMMIT|ROLLBACK)/i;
let seen = 0;

function tick(sql) {
  if (seen > 0 || from.test(sql)) seen += 1;
  if (seen === at) process.kill(process.pid, 'SIGKILL');
}

const plain = sql => (process.env.NO_TRANSACTIONS === '1' && control.test(sql) ? 'SELECT 1' : sql);

const Sqlite = require('better-sqlite3');
const { prepare } = Sqlite.prototype;
Sqlite.prototype.prepare = function (sql) {
  const statement = prepare.call(this, plain(sql));
  for (const name of ['run', 'all']) {
    const original = statement[name].bind(statement);
    statement[name] = (...values) => {
      tick(sql);
      return original(...values);
    };
  }
  return statement;
};

// The package exports its ways in alone.
const Connection = require(path.join(path.dirname(require.resolve('mysql2')), 'lib/base/connection.js'));
for (const name of ['query', 'execute']) {
  const original = Connection.prototype[name];
  Connection.prototype[name] = function (sql, ...rest) {
    if (typeof sql !== 'string') return original.call(this, sql, ...rest);
    tick(sql);
    return original.call(this, plain(sql), ...rest);
  };
}
