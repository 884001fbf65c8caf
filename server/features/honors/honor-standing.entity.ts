import { Entity, PrimaryColumn } from 'typeorm';
import { At, LongText, Ref } from '@server/platform/db/columns';

/** What the service remembers of a donor beside applications: offered once; let in by a reviewer. */
@Entity('honor_standing')
export class HonorStanding {
  @PrimaryColumn({ type: 'varchar', length: 36 }) personId!: string;
  @At({ nullable: true }) offeredAt!: string | null;
  @At({ nullable: true }) admittedAt!: string | null;
  @Ref({ nullable: true }) admittedBy!: string | null;
  @LongText({ nullable: true }) admitReasonSealed!: string | null;
}
