import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref, Whole } from '@server/platform/db/columns';

export type Channel = 'sms' | 'wechat' | 'alipay';

/** The way of one message over one channel. */
@Entity('message_delivery')
@Index('ux_delivery', ['messageId', 'channel', 'recipientId'], { unique: true })
export class MessageDelivery {
  @Id() id!: string;
  @Ref() messageId!: string;
  @Code(10) channel!: Channel;
  /** Account for host messages, person for SMS. */
  @Ref() recipientId!: string;
  /**
   * `declined`: the person did not subscribe there; normal, no retry. An SMS that was `accepted` becomes `delivered` or
   * `lost` when the provider says so.
   */
  @Code(10) state!: 'waiting' | 'accepted' | 'delivered' | 'lost' | 'declined' | 'refused';
  @Whole() attempts!: number;
  @Code(64, { nullable: true }) providerId!: string | null;
  /** When the provider took it over, and when it told how it went. */
  @At({ nullable: true }) sentAt!: string | null;
  @At({ nullable: true }) reportedAt!: string | null;
  @At() updatedAt!: string;
}
