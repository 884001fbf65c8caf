import type { Picture, Unreadable } from './read-picture';

const startOfScan = 0xda;
const endOfImage = 0xd9;
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** JFIF and Adobe's colour transform; every other APPn and the comments may tell place, device and person. */
const isMetadata = (marker: number): boolean =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);

/** Where the compressed data of a scan ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return -1;
}

/** Segment by segment; what stands after the end of the image is left out as well. */
export function readJpeg(bytes: Buffer): Picture | Unreadable {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let scans = 0;
  let at = 2;
  while (at + 4 <= bytes.length || bytes[at + 1] === endOfImage) {
    if (bytes[at] !== 0xff) return 'damaged';
    const marker = bytes[at + 1] ?? 0;
    if (marker === endOfImage) {
      if (!size || scans === 0) return 'damaged';
      kept.push(bytes.subarray(at, at + 2));
      return { contentType: 'image/jpeg', ...size, bytes: Buffer.concat(kept) };
    }
    const length = bytes.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return 'damaged';
    if (isFrame(marker)) {
      if (size || length < 8) return 'damaged';
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    if (!isMetadata(marker)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker === startOfScan) {
      const next = endOfScan(bytes, end);
      if (next < 0) return 'damaged';
      kept.push(bytes.subarray(end, next));
      scans += 1;
      at = next;
    }
  }
  return 'damaged';
}
