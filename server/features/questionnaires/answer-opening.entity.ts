import { Entity, Index } from 'typeorm';
import type * as z from 'zod/mini';
import type { openingPurpose } from '@contract/questionnaires';
import { At, Code, Day, Id, Ref } from '@server/platform/db/columns';

/** Somebody opened the answers of a form. Rows are added, never changed; the donor reads them. */
@Entity('answer_opening')
@Index('ix_opening_person', ['personId', 'at'])
export class AnswerOpening {
  @Id() id!: string;
  @Ref() personId!: string;
  @Ref() appointmentId!: string;
  /** The form as it was signed when it was opened; null of lines from before that was kept, and of drafts. */
  @Ref({ nullable: true }) submissionId!: string | null;
  @Day() validOn!: string;
  @Code(20) purpose!: z.output<typeof openingPurpose>;
  @Code(20) role!: string;
  @Code(64) openerId!: string;
  @Ref({ nullable: true }) siteId!: string | null;
  @Ref({ nullable: true }) organizationId!: string | null;
  @Code(64) requestId!: string;
  @At() at!: string;
}
