import { Entity, Index } from 'typeorm';
import { At, Day, Id, Ref } from '@server/platform/db/columns';

/** That a donation has been used for a patient: the day, and nothing about where or for whom. */
@Entity('blood_use')
@Index('ux_blood_use', ['donationId'], { unique: true })
export class BloodUse {
  @Id() id!: string;
  @Ref() donationId!: string;
  @Day() usedOn!: string;
  @At() createdAt!: string;
}
