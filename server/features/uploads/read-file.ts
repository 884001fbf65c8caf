import { type UploadType, typeOfBytes, uploadLimits } from '@rules/upload-limits';
import { readPicture } from '@server/platform/files/read-picture';
import type { Upload } from './upload.entity';

export interface ReadFile {
  /** Without metadata. */
  readonly bytes: Buffer;
  readonly width: number | null;
  readonly height: number | null;
}

type Unusable = 'wrong_type' | 'damaged' | 'too_large' | 'too_small';

/** The last mark of a document stands near its end; what was cut off on the way has none. */
const isWholePdf = (bytes: Buffer): boolean => bytes.subarray(-2048).includes('%%EOF');

/** The store has checked the terms already; here the bytes speak for themselves. */
export function readFile({ purpose, contentType }: Pick<Upload, 'purpose' | 'contentType'>, bytes: Buffer) {
  const { minBytes, maxBytes } = uploadLimits[purpose];
  if (bytes.length > maxBytes) return 'too_large';
  if (bytes.length < minBytes) return 'too_small';
  if (typeOfBytes(bytes) !== contentType) return 'wrong_type';
  return contentType === 'application/pdf' ? readPdf(bytes) : readImage(contentType, bytes);
}

const readPdf = (bytes: Buffer): ReadFile | Unusable =>
  isWholePdf(bytes) ? { bytes, width: null, height: null } : 'damaged';

function readImage(contentType: UploadType, bytes: Buffer): ReadFile | Unusable {
  const picture = readPicture(bytes);
  if (typeof picture === 'string') return picture;
  return picture.contentType === contentType ? picture : 'wrong_type';
}
