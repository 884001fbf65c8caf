/** Fields a log line may carry: an allow-list, so that a name or a number cannot slip in with an object. */
export interface LogFields {
  requestId?: string;
  route?: string;
  role?: string;
  status?: number;
  code?: string;
  milliseconds?: number;
  topic?: string;
  attempts?: number;
  count?: number;
  port?: number;
  /** Defects only: the stack, never the values that led to it. */
  stack?: string;
  note?: string;
}

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** One line of JSON an event. */
export function jsonLog(write: (line: string) => void): Log {
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      write(JSON.stringify({ at: new Date().toISOString(), level, event, ...fields }));
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

/** How long a line may wait for others, in milliseconds. */
const gathering = 20;

/**
 * Lines of one moment leave together: a write to a pipe blocks, and one for each request takes longer than the request's line.
 * `flush` at the end of the process: what waits then must not be lost.
 */
export function gatherLines(write: (text: string) => void): { add(line: string): void; flush(): void } {
  let waiting = '';
  const flush = (): void => {
    const text = waiting;
    waiting = '';
    if (text !== '') write(text);
  };
  return {
    flush,
    add(line) {
      // Whoever only waits to write a line need not stay alive for it: the end of the process flushes.
      if (waiting === '') setTimeout(flush, gathering).unref();
      waiting += `${line}\n`;
    },
  };
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Of these the message repeats values: a duplicate key, a text that is no JSON. Their class, code and place say enough. */
const talkative = ['QueryFailedError', 'SyntaxError', '$ZodError'];

/** Where an error was thrown, without what it was thrown about. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return 'thrown: not an error';
  const stack = error.stack ?? `${error.name}: ${error.message}`;
  if (!talkative.includes(error.name)) return stack;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return [error.name + code, ...stack.split('\n').filter(line => /^\s+at /.test(line))].join('\n');
}
