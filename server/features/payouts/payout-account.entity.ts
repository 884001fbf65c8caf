import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** `frozen`: in a batch. `wrong`: the bank refused it, the claimant enters another. */
export type AccountState = 'given' | 'frozen' | 'wrong' | 'done';

/** Where the money of one claim goes. */
@Entity('payout_account')
@Index('ux_payout_account_claim', ['claimId'], { unique: true })
@Index('ix_payout_account_state', ['state', 'givenAt', 'id'])
export class PayoutAccount {
  @Id() id!: string;
  @Ref() claimId!: string;
  /** The claimant, who entered it. */
  @Ref() payeeId!: string;
  /** JSON of AccountContent, sealed with the key for bank accounts. */
  @LongText() sealed!: string;
  @Code(20) state!: AccountState;
  /** Why the bank refused it, in Chinese. */
  @Code(200, { nullable: true }) problem!: string | null;
  @At() givenAt!: string;
  /** Grows with every change. */
  @Whole() version!: number;
}

export interface AccountContent {
  holderName: string;
  accountNumber: string;
  bankName: string;
}
