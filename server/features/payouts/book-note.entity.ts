import { Entity, Index } from 'typeorm';
import { At, Id, LongText, Ref } from '@server/platform/db/columns';

/** What somebody wrote while working on a difference. Rows are added, never changed. */
@Entity('book_note')
@Index('ix_book_note_difference', ['differenceId', 'at'])
export class BookNote {
  @Id() id!: string;
  @Ref() differenceId!: string;
  /** People write names and numbers into notes: sealed with the identity key. */
  @LongText() sealed!: string;
  /** Staff member. */
  @Ref() writtenBy!: string;
  @At() at!: string;
}
