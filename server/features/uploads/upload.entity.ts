import { Entity, Index } from 'typeorm';
import type { UploadPurpose, UploadType } from '@rules/upload-limits';
import { At, Code, Id, Ref, Whole } from '@server/platform/db/columns';

/**
 * `permitted`: a form was signed. `checking`: the server looks at the file. `kept`: sealed, and nothing refers to it yet.
 * `taken`: part of something, once. `over`: unusable or unused; its objects are being deleted.
 */
export type UploadState = 'permitted' | 'checking' | 'kept' | 'taken' | 'over';

/** A file on its way from a phone into the store. Deleted when the permission is over and something refers to the file, or nothing does. */
@Entity('upload')
@Index('ix_upload_owner', ['ownerId', 'state'])
@Index('ix_upload_created', ['createdAt', 'id'])
export class Upload {
  @Id() id!: string;
  /** Person who uploads; a helper acts for that person. */
  @Ref() ownerId!: string;
  @Code(20) purpose!: UploadPurpose;
  @Code(20) contentType!: UploadType;
  @Code(10) state!: UploadState;
  @Whole({ nullable: true }) bytes!: number | null;
  @Whole({ nullable: true }) width!: number | null;
  @Whole({ nullable: true }) height!: number | null;
  /** SHA-256 of the bytes as kept, before they were sealed. */
  @Code(64, { nullable: true }) sha256!: string | null;
  /** End of the permission. */
  @At() expiresAt!: string;
  @At() createdAt!: string;
}
