import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

/**
 * The few column types that mean the same on SQLite, MariaDB, MySQL and the distributed databases.
 * A migration uses the functions of `schema.ts` with the same names.
 */
export const Id = () => PrimaryColumn({ type: 'varchar', length: 36 });
export const Ref = (options: ColumnOptions = {}) => Column({ type: 'varchar', length: 36, ...options });
export const Code = (length: number, options: ColumnOptions = {}) => Column({ type: 'varchar', length, ...options });
/** UTC instant as ISO text: the same order and value on every database and through every driver. */
export const At = (options: ColumnOptions = {}) => Column({ type: 'varchar', length: 24, ...options });
/** Calendar date in Asia/Shanghai as ISO text. */
export const Day = (options: ColumnOptions = {}) => Column({ type: 'varchar', length: 10, ...options });
export const Whole = (options: ColumnOptions = {}) => Column({ type: 'integer', ...options });
/** JSON, sealed values and other text without a useful limit. */
export const LongText = (options: ColumnOptions = {}) => Column({ type: 'text', ...options });
/** 0 or 1: the databases do not share a boolean. */
export const Flag = (options: ColumnOptions = {}) =>
  Column({
    type: 'integer',
    transformer: { to: (value: boolean) => (value ? 1 : 0), from: (value: number) => value === 1 },
    ...options,
  });
