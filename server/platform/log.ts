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

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
