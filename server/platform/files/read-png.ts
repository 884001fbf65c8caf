import { crc32 } from 'node:zlib';
import type { Picture, Unreadable } from './read-picture';

const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** Chunk by chunk, each with a sum that holds; only those that draw the picture are kept. */
export function readPng(bytes: Buffer): Picture | Unreadable {
  const parts: Buffer[] = [bytes.subarray(0, 8)];
  let size: { width: number; height: number } | undefined;
  let hasData = false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return 'damaged';
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'damaged';
    if ((type === 'IHDR') === (size !== undefined)) return 'damaged';
    if (type === 'IHDR') {
      if (length !== 13) return 'damaged';
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    if (kept.has(type)) parts.push(bytes.subarray(at, end));
    hasData ||= type === 'IDAT';
    if (type === 'IEND')
      return size && hasData ? { contentType: 'image/png', ...size, bytes: Buffer.concat(parts) } : 'damaged';
    at = end;
  }
  return 'damaged';
}
