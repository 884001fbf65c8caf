import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref } from '@server/platform/db/columns';

export type Host = 'wechat' | 'alipay' | 'zheliban';

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
  @At() createdAt!: string;
}
