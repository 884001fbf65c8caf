import { honorPhoto } from './honor-certificate';

export type UploadPurpose = 'honor_photo' | 'claim_evidence';
export type UploadType = 'image/jpeg' | 'image/png' | 'application/pdf';

interface Limits {
  readonly contentTypes: readonly UploadType[];
  /** Bytes. */
  readonly minBytes: number;
  readonly maxBytes: number;
}

/** What is taken for which purpose: the page looks before it sends, the store by the signed terms, the server at the bytes. */
export const uploadLimits: Readonly<Record<UploadPurpose, Limits>> = {
  honor_photo: { contentTypes: ['image/jpeg', 'image/png'], minBytes: 64, maxBytes: honorPhoto.maxBytes },
  // A photograph of a page that can be read, or a scan of a few pages.
  claim_evidence: {
    contentTypes: ['image/jpeg', 'image/png', 'application/pdf'],
    minBytes: 64,
    maxBytes: 8 * 1024 * 1024,
  },
};

const marks: Readonly<Record<UploadType, readonly number[]>> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
};

/** By its first bytes, whatever its name or its sender say. */
export const typeOfBytes = (bytes: Uint8Array): UploadType | undefined =>
  (Object.keys(marks) as UploadType[]).find(type => marks[type].every((byte, at) => bytes[at] === byte));
