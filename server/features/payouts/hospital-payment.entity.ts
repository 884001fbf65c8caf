import { Entity, Index } from 'typeorm';
import { At, Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';

/** What was transferred to a hospital for one day of settlements. */
@Entity('hospital_payment')
@Index('ux_hospital_payment', ['hospitalId', 'paymentReference'], { unique: true })
@Index('ix_hospital_payment_day', ['hospitalId', 'onDay'])
export class HospitalPayment {
  @Id() id!: string;
  @Ref() hospitalId!: string;
  @Day() onDay!: string;
  @Whole() amountFen!: number;
  @Code(64) paymentReference!: string;
  @Ref() recordedBy!: string;
  @At() at!: string;
}
