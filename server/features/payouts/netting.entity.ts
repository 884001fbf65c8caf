import { Entity, Index } from 'typeorm';
import { Id, Ref, Whole } from '@server/platform/db/columns';

/** What a payout line kept back for money that was owed; taken out again when the line fails. */
@Entity('payout_netting')
@Index('ux_payout_netting', ['lineId', 'claimBackId'], { unique: true })
export class Netting {
  @Id() id!: string;
  @Ref() lineId!: string;
  @Ref() claimBackId!: string;
  @Whole() amountFen!: number;
}
