import { bytesOfBase64, photoProblem, sizeProblem } from '@rules/honor-photo';
import { uploadLimits } from '@rules/upload-limits';
import { readPicture } from '@server/platform/files/read-picture';
import { aJpeg, aPng } from '@server/testing/photos';

/** As the upload and then the application look at it. */
const saidByServer = (bytes: Buffer) => {
  if (bytes.length > uploadLimits.honor_photo.maxBytes) return 'too_large';
  const picture = readPicture(bytes);
  return typeof picture === 'string' ? picture : sizeProblem(picture);
};

const text = (bytes: Buffer): string => bytes.toString('base64');

describe('what the phone says of a photo', () => {
  it.each([
    ['a good PNG', aPng(295, 413), undefined],
    ['a good JPEG', aJpeg(590, 826), undefined],
    ['a small one', aPng(200, 280), 'too_small'],
    ['a wide one', aJpeg(826, 590), 'wrong_shape'],
    ['a strip', aPng(300, 900), 'wrong_shape'],
    ['a huge one', aJpeg(4100, 5740), 'too_large'],
    ['a heavy one', Buffer.concat([aPng(295, 413), Buffer.alloc(600_001)]), 'too_large'],
    ['a PDF that is called .jpg', Buffer.from('%PDF-1.7 nothing of a picture'), 'wrong_type'],
    ['one that was cut off', aJpeg(590, 826).subarray(0, 12), 'damaged'],
  ])('of %s is what the server says', (_title, bytes, problem) => {
    expect(photoProblem(text(bytes))).toBe(problem);
    expect(saidByServer(bytes)).toBe(problem);
  });

  it('reads the bytes that were written, whatever their number', () => {
    for (let length = 0; length < 40; length++) {
      const bytes = Buffer.from(Array.from({ length }, (_, n) => (n * 37 + length) % 256));
      expect(Buffer.from(bytesOfBase64(text(bytes)))).toEqual(bytes);
    }
  });
});
