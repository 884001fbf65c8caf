import { Entity, Index } from 'typeorm';
import { Code, Id, Ref, Whole } from '@server/platform/db/columns';
import type { Movement } from './settlement-entry.entity';

/** One movement in the books of a hospital. */
@Entity('hospital_book_row')
@Index('ux_hospital_book_row', ['bookId', 'hospitalReference', 'movement'], { unique: true })
export class HospitalBookRow {
  @Id() id!: string;
  @Ref() bookId!: string;
  @Code(64) hospitalReference!: string;
  @Code(10) movement!: Movement;
  @Whole() amountFen!: number;
}
