import { Entity, Index } from 'typeorm';
import type { StayState } from '@contract/hospital-stays';
import { At, Code, Id, Ref, Whole } from '@server/platform/db/columns';

/** One stay of one patient in a hospital, as its events tell it. Neither ward nor diagnosis nor death is kept. */
@Entity('hospital_stay')
@Index('ux_hospital_stay', ['hospitalId', 'stayNumber'], { unique: true })
@Index('ix_hospital_stay_updated', ['updatedAt'])
export class HospitalStay {
  @Id() id!: string;
  @Ref() hospitalId!: string;
  @Code(64) stayNumber!: string;
  @Code(12) state!: StayState;
  /** Counts the events; its update is the lock under which the stay is read and decided. */
  @Whole() turn!: number;
  @At() createdAt!: string;
  @At() updatedAt!: string;
}
