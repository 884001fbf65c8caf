import { Entity } from 'typeorm';
import { At, Code, Id } from '@server/platform/db/columns';

/** What a gate said of itself when it last asked for the time. Apart from the gate, which every scan reads. */
@Entity('gate_state')
export class GateState {
  @Id() gateId!: string;
  @At() seenAt!: string;
  @Code(15, { nullable: true }) keySetVersion!: string | null;
  /** UTC seconds at which its revocation list was made. */
  @Code(15, { nullable: true }) listVersion!: string | null;
}
