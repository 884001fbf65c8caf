import { Entity, Index } from 'typeorm';
import type * as z from 'zod/mini';
import type { boundBy } from '@contract/identity';
import { At, Code, Id, LongText, Ref } from '@server/platform/db/columns';

export type Host = 'wechat' | 'alipay' | 'zheliban';
export type BoundBy = z.output<typeof boundBy>;

/** A user of one host app. Several accounts of one person show the same record. */
@Entity('account')
@Index('ux_account_host_user', ['host', 'hostUserIndex'], { unique: true })
@Index('ix_account_person', ['personId'])
export class Account {
  @Id() id!: string;
  @Code(10) host!: Host;
  /** Fingerprint of the host's user id. */
  @Code(64) hostUserIndex!: string;
  /** The host's user id, needed to send messages there. */
  @LongText() hostUserSealed!: string;
  /** Null until the real name is proved. */
  @Ref({ nullable: true }) personId!: string | null;
  @At({ nullable: true }) boundAt!: string | null;
  /** Null: not bound, or before the way was kept. */
  @Code(20, { nullable: true }) boundBy!: BoundBy | null;
  /** Keyed hash of the number that was proved when binding by the register. */
  @Code(64, { nullable: true }) boundPhoneIndex!: string | null;
  /** Since when a weak proof no longer opens anything; the person stays, so that whose account it was can be told. */
  @At({ nullable: true }) lapsedAt!: string | null;
  @At() createdAt!: string;
}
