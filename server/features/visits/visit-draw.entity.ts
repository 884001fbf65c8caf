import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref } from '@server/platform/db/columns';

/** The needle: which bag, from when to when, by whom. */
@Entity('visit_draw')
@Index('ux_visit_draw_visit', ['visitId'], { unique: true })
@Index('ux_visit_draw_number', ['donationNumber'], { unique: true })
export class VisitDraw {
  @Id() id!: string;
  @Ref() visitId!: string;
  @Code(13) donationNumber!: string;
  @At() startedAt!: string;
  @At({ nullable: true }) stoppedAt!: string | null;
  @Ref() drawnBy!: string;
}
