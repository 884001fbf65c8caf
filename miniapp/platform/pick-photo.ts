import Taro from '@tarojs/taro';
import { isWeb } from './build';
import { bytesOfBase64 } from '@rules/honor-photo';
import { typeOfBytes } from '@rules/upload-limits';
import { attempt } from './host/mini-program';
import { type PickedFile } from './pick-file';

export interface PickedPhoto {
  /** JPEG or PNG. */
  readonly base64: string;
  /** For showing it on the page. */
  readonly address: string;
}

/** The same, ready to be sent. */
export function fileOfPhoto({ base64, address }: PickedPhoto): PickedFile {
  const bytes = bytesOfBase64(base64);
  const contentType = typeOfBytes(bytes) ?? 'image/jpeg';
  const blob = isWeb ? new Blob([bytes.slice()], { type: contentType }) : undefined;
  return { contentType, bytes: bytes.length, address, blob };
}

/** Twice the pixels of a one-inch photo (一寸). */
const size = { width: 590, height: 826 } as const;

/** The middle of the picture in the proportions of the document, small enough to send; the metadata stay behind. */
async function cropOnWeb(address: string): Promise<PickedPhoto> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const scale = Math.max(size.width / image.naturalWidth, size.height / image.naturalHeight);
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, (size.width - width) / 2, (size.height - height) / 2, width, height);
  const shown = canvas.toDataURL('image/jpeg', 0.9);
  return { base64: shown.slice(shown.indexOf(',') + 1), address: shown };
}

const readInHost = (filePath: string): Promise<string> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => resolve(String(data)),
      fail: reject,
    });
  });

/** One photo, from the camera or the album; null when the person closed it or the host refused. */
export const pickPhoto = (): Promise<PickedPhoto | null> =>
  attempt(async () => {
    const { tempFilePaths } = await Taro.chooseImage({ count: 1, sizeType: ['compressed'] });
    const [address] = tempFilePaths;
    if (!address) return null;
    if (isWeb) return cropOnWeb(address);
    const { tempFilePath } = await Taro.compressImage({ src: address, quality: 70 });
    return { base64: await readInHost(tempFilePath), address: tempFilePath };
  }, null);
