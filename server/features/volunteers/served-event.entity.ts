import { Entity, Index } from 'typeorm';
import { At, Code, Day, Id, Ref, Whole } from '@server/platform/db/columns';

/** One volunteer at one event. Its day and length change by a recorded correction only. */
@Entity('volunteer_service')
@Index('ux_volunteer_service_event', ['personId', 'eventNumber'], { unique: true })
export class ServedEvent {
  @Id() id!: string;
  @Ref() personId!: string;
  @Code(30) eventNumber!: string;
  /** Station whose staff wrote it down; null for an operator of the province. */
  @Ref({ nullable: true }) stationId!: string | null;
  @Day() servedOn!: string;
  /** Zero when it was taken back. */
  @Whole() minutes!: number;
  @Code(80) activity!: string;
  @Ref() recordedBy!: string;
  @At() createdAt!: string;
  @Whole() version!: number;
}
