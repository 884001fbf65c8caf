import { QueryFailedError } from 'typeorm';

interface DriverError {
  code?: string;
  errno?: number;
  message?: string;
}

const driverErrorOf = (error: unknown): DriverError | undefined =>
  error instanceof QueryFailedError ? (error.driverError as DriverError) : undefined;

/** A unique key said no. `constraint` narrows it to one key by name (MySQL) or table column (SQLite). */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const cause = driverErrorOf(error);
  if (!cause) return false;
  const unique =
    cause.errno === 1062 || cause.code === 'SQLITE_CONSTRAINT_UNIQUE' || cause.code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
  return unique && (constraint === undefined || (cause.message ?? '').includes(constraint));
}

/** Deadlock 1213, lock wait 1205, write conflicts of the distributed databases 9007 and 8028, and a busy SQLite file. */
const retryable = new Set([1213, 1205, 9007, 8028]);

export function isRetryable(error: unknown): boolean {
  const cause = driverErrorOf(error) ?? (error as DriverError | undefined);
  return (
    cause !== undefined &&
    cause !== null &&
    (retryable.has(cause.errno ?? 0) || (cause.code ?? '').startsWith('SQLITE_BUSY'))
  );
}
