import { Entity, Index } from 'typeorm';
import { At, Code, Id, LongText, Ref, Whole } from '@server/platform/db/columns';

/** 浙江省无偿献血荣誉证. For life unless revoked or replaced; every change is a compare-and-swap on the version. */
@Entity('honor_certificate')
@Index('ux_honor_certificate_active', ['activeKey'], { unique: true })
@Index('ux_honor_certificate_number', ['number'], { unique: true })
@Index('ux_honor_certificate_token', ['tokenHash'], { unique: true })
@Index('ix_honor_certificate_person', ['personId', 'issuedAt'])
@Index('ix_honor_certificate_name', ['nameIndex', 'issuedAt'])
export class HonorCertificate {
  @Id() id!: string;
  @Ref() personId!: string;
  /** The person while it is valid, null afterwards: one valid certificate a person. */
  @Code(60, { nullable: true }) activeKey!: string | null;
  @Code(20) number!: string;
  /** Keyed hash of the holder's name; null until an older certificate is indexed. */
  @Code(64, { nullable: true }) nameIndex!: string | null;
  @Code(10) state!: 'valid' | 'revoked' | 'replaced';
  @Code(20) city!: string;
  @Code(20) awardCount!: string;
  @Code(40) edition!: string;
  @Code(120) photoKey!: string;
  @Code(20) photoType!: 'image/jpeg' | 'image/png';
  @Code(64) tokenHash!: string;
  /** For the QR of the documents that are made later. */
  @LongText() tokenSealed!: string;
  @Code(10) files!: 'being_made' | 'ready' | 'failed';
  @Code(120, { nullable: true }) pdfKey!: string | null;
  @Code(120, { nullable: true }) pictureKey!: string | null;
  @At() issuedAt!: string;
  @Ref() issuedBy!: string;
  @At({ nullable: true }) endedAt!: string | null;
  @Ref({ nullable: true }) endedBy!: string | null;
  @LongText({ nullable: true }) endReasonSealed!: string | null;
  @Ref({ nullable: true }) replacedBy!: string | null;
  @Whole() version!: number;
}
