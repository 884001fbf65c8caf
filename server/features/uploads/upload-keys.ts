import type { UploadPurpose } from '@rules/upload-limits';
import type { Purpose } from '@server/platform/crypto/key-ring';
import type { Upload } from './upload.entity';

/** Seconds in which a phone on a slow line can send the file. */
export const permissionSeconds = 600;

const folders: Readonly<Record<UploadPurpose, string>> = {
  honor_photo: 'honor-photos',
  claim_evidence: 'claim-files',
};

/** With which key the file is sealed before it is kept: a hospital's bill says what somebody was treated for. */
export const sealedFor: Readonly<Record<UploadPurpose, Purpose>> = {
  honor_photo: 'identity',
  claim_evidence: 'health',
};

/** Where the phone puts it, open; for minutes. A rule of the bucket deletes what is left there after a day. */
export const incomingKey = ({ id }: Pick<Upload, 'id'>): string => `incoming/${id}`;
export const keptKey = ({ id, purpose }: Pick<Upload, 'id' | 'purpose'>): string => `${folders[purpose]}/${id}.sealed`;
