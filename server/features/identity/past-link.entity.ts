import { Entity, Index } from 'typeorm';
import { At, Code, Id, Ref } from '@server/platform/db/columns';
import type { BoundBy, Host } from './account.entity';

/** An account that showed somebody's record until it was unlinked: whose it was stays known. */
@Entity('past_link')
@Index('ix_past_link_account', ['accountId'])
@Index('ix_past_link_person', ['personId'])
export class PastLink {
  @Id() id!: string;
  @Ref() accountId!: string;
  @Ref() personId!: string;
  @Code(10) host!: Host;
  @At({ nullable: true }) boundAt!: string | null;
  @Code(20, { nullable: true }) boundBy!: BoundBy | null;
  @At() endedAt!: string;
  @Code(10) endedBy!: 'donor' | 'staff';
}
