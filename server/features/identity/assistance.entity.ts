import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref } from '@server/platform/db/columns';

/** One time that somebody acted for a donor; kept after its session is gone, because the donor may ask. */
@Entity('assistance')
@Index('ux_assistance_open', ['openKey'], { unique: true })
@Index('ix_assistance_person', ['personId', 'openedAt'])
export class Assistance {
  @Id() id!: string;
  @Code(10) kind!: 'staff' | 'relative';
  /** The donor. */
  @Ref() personId!: string;
  /** Staff member, or the relative as a person. */
  @Ref() helperId!: string;
  @Ref({ nullable: true }) organizationId!: string | null;
  @Ref({ nullable: true }) delegationId!: string | null;
  /** How the donor agreed. */
  @Code(30) agreed!: 'present_and_asked' | 'delegation';
  /** The helper's own session: when it ends, this does. */
  @Ref() parentSessionId!: string;
  /** The helper while it is open, so that nobody has two. */
  @Code(80, { nullable: true }) openKey!: string | null;
  @At() openedAt!: string;
  @At() expiresAt!: string;
  @At({ nullable: true }) endedAt!: string | null;
}
