import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** A donor's wish for the certificate, with the photo that a person looks at. */
@Entity('honor_application')
@Index('ux_honor_application_open', ['openKey'], { unique: true })
@Index('ix_honor_application_person', ['personId', 'createdAt'])
@Index('ix_honor_application_state', ['state', 'createdAt'])
export class HonorApplication {
  @Id() id!: string;
  @Ref() personId!: string;
  /** The person while it waits, null afterwards: one open application a person. */
  @Code(60, { nullable: true }) openKey!: string | null;
  @Code(10) kind!: 'new' | 'reissue';
  @Code(10) state!: 'waiting' | 'accepted' | 'refused';
  @Code(20) city!: string;
  /** Null once the photo of a refused application is deleted. */
  @Code(120, { nullable: true }) photoKey!: string | null;
  @Code(20) photoType!: 'image/jpeg' | 'image/png';
  /** By which it was let in, exact, and the edition that reckoned it. */
  @Code(20) awardCount!: string;
  @Code(40) edition!: string;
  @LongText({ nullable: true }) reasonSealed!: string | null;
  @Ref({ nullable: true }) decidedBy!: string | null;
  @At({ nullable: true }) decidedAt!: string | null;
  @At() createdAt!: string;
  @Whole() version!: number;
}
