import Taro from '@tarojs/taro';
import { bytesOfBase64 } from '@rules/honor-photo';
import { type UploadType, typeOfBytes } from '@rules/upload-limits';
import { hostName, isWeb } from './build';
import { attempt } from './host/mini-program';

/** A file on this device, ready to be sent. */
export interface PickedFile {
  readonly contentType: UploadType;
  readonly bytes: number;
  /** For showing a picture on the page; the path of the file in a host. */
  readonly address: string;
  /** The file itself, on the web. */
  readonly blob?: Blob;
}

type FileWay = 'picture' | 'document';

/** Alipay hands no documents to a mini-program; a photograph of the paper does as well. */
export const canPickDocuments: boolean = hostName !== 'alipay';

/** Pixels of the longer side: small print on a page stays readable, and the place and device of the photo stay behind. */
const longestSide = 2400;

async function shrinkOnWeb(address: string): Promise<PickedFile | 'wrong_type'> {
  const image = new Image();
  image.src = address;
  const isPicture = await attempt(async () => (await image.decode(), true), false);
  if (!isPicture) return 'wrong_type';
  const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  if (!blob) return 'wrong_type';
  return { contentType: 'image/jpeg', bytes: blob.size, address: URL.createObjectURL(blob), blob };
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

async function pickPicture(): Promise<PickedFile | 'wrong_type' | null> {
  const { tempFilePaths } = await Taro.chooseImage({ count: 1, sizeType: ['compressed'] });
  const [chosen] = tempFilePaths;
  if (!chosen) return null;
  if (isWeb) return shrinkOnWeb(chosen);
  const { tempFilePath } = await Taro.compressImage({ src: chosen, quality: 80 });
  return fileOf(tempFilePath, bytesOfBase64(await readInHost(tempFilePath)));
}

function fileOf(address: string, bytes: Uint8Array, blob?: Blob): PickedFile | 'wrong_type' {
  const contentType = typeOfBytes(bytes);
  return contentType ? { contentType, bytes: bytes.length, address, blob } : 'wrong_type';
}

const chooseOnWeb = (): Promise<File | null> =>
  new Promise(resolve => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'application/pdf';
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });

async function pickDocument(): Promise<PickedFile | 'wrong_type' | null> {
  if (isWeb) {
    const file = await chooseOnWeb();
    if (!file) return null;
    return fileOf(URL.createObjectURL(file), new Uint8Array(await file.arrayBuffer()), file);
  }
  const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf'] });
  const [chosen] = tempFiles;
  return chosen ? fileOf(chosen.path, bytesOfBase64(await readInHost(chosen.path))) : null;
}

/** One file, from camera, album or documents; null when the person closed it or the host refused. */
export const pickFile = (way: FileWay): Promise<PickedFile | 'wrong_type' | null> =>
  attempt<PickedFile | 'wrong_type' | null>(way === 'picture' ? pickPicture : pickDocument, null);
