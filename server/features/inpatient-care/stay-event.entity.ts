import { Entity, Index } from 'typeorm';
import { At, Code, Flag, Id, Ref, Whole } from '@server/platform/db/columns';

export type StayEventKind = 'admitted' | 'transferred' | 'discharged' | 'corrected' | 'cancelled';

/** What a hospital told of a stay. Rows are added, never changed; the stay is what they say in their order. */
@Entity('stay_event')
@Index('ux_stay_event', ['hospitalId', 'eventNumber'], { unique: true })
@Index('ix_stay_event_stay', ['stayId'])
export class StayEvent {
  @Id() id!: string;
  @Ref() hospitalId!: string;
  @Ref() stayId!: string;
  @Code(64) eventNumber!: string;
  /** A death is kept as a discharge. */
  @Code(12) kind!: StayEventKind;
  @Whole() sequence!: number;
  @At() occurredAt!: string;
  @At() receivedAt!: string;
  /** Keyed hash of what came, to tell a repetition from another event under the same number. */
  @Code(64) contentIndex!: string;
  /** The patient, only when a notice may concern them: who is neither donor nor covered relative leaves no trace. */
  @Ref({ nullable: true }) personId!: string | null;
  /** Of an admission or correction: the patient agreed in the hospital. */
  @Flag({ nullable: true }) agrees!: boolean | null;
  /** A ward from which no notice is sent; which one is not kept. */
  @Flag() leftOut!: boolean;
}
