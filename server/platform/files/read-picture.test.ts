import { aJpeg, aPng } from '@server/testing/photos';
import { readPicture } from './read-picture';

describe('a picture from outside', () => {
  it.each([
    ['PNG', aPng(295, 413), 'image/png'],
    ['JPEG', aJpeg(295, 413), 'image/jpeg'],
  ])('is taken as %s by its own bytes, with its size', (_name, bytes, contentType) => {
    expect(readPicture(bytes)).toMatchObject({ contentType, width: 295, height: 413 });
  });

  it.each([
    ['PNG', aPng(295, 413, 'at 30.2741 N')],
    ['JPEG', aJpeg(295, 413, 'at 30.2741 N')],
  ])('loses what a %s tells beside the picture, also behind its end', (_name, bytes) => {
    const picture = readPicture(Buffer.concat([bytes, Buffer.from('at 30.2741 N')]));
    if (typeof picture === 'string') throw new Error(picture);
    expect(bytes.includes('30.2741')).toBe(true);
    expect(picture.bytes.includes('30.2741')).toBe(false);
    // What is left is the same picture, and nothing more is to be taken away.
    expect(readPicture(picture.bytes)).toEqual(picture);
  });

  const broken = aPng(295, 413);
  broken[40] = (broken[40] ?? 0) ^ 1;
  it.each([
    ['another format', Buffer.from('GIF89a'.padEnd(200, 'x')), 'wrong_type'],
    ['a script that calls itself a picture', Buffer.from(`<svg onload="x()">${'x'.repeat(100)}`), 'wrong_type'],
    ['a PNG with a wrong sum', broken, 'damaged'],
    ['a PNG that ends early', aPng(295, 413).subarray(0, -20), 'damaged'],
    ['a JPEG that ends early', aJpeg(295, 413).subarray(0, -4), 'damaged'],
    [
      'a JPEG with a segment beyond its end',
      Buffer.concat([aJpeg(9, 9).subarray(0, 2), Buffer.from('ffe1ffff00', 'hex')]),
      'damaged',
    ],
  ])('is refused as %s', (_name, bytes, reason) => {
    expect(readPicture(bytes)).toBe(reason);
  });

  it('never breaks on a picture with one wrong byte', () => {
    for (const whole of [aPng(250, 350), aJpeg(250, 350)])
      for (let at = 0; at < Math.min(whole.length, 120); at++)
        for (const value of [0, 255]) {
          const bytes = Buffer.from(whole);
          bytes[at] = value;
          expect(['string', 'object']).toContain(typeof readPicture(bytes));
        }
  });
});
