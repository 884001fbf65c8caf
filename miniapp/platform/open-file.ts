import Taro from '@tarojs/taro';
import { apiBase, hostName, isWeb } from './build';
import { attempt } from './host/mini-program';

/** Shows a PDF of our own server by its short-lived address: a new tab on the web, the host's reader elsewhere. False when it could not. */
export const openPdf = (address: string): Promise<boolean> =>
  attempt(async () => {
    const url = apiBase + address;
    // Safari opens no new window after waiting for an answer; there the document takes the place of the page, and back leads home.
    if (isWeb) return window.open(url, '_blank') !== null || (window.location.assign(url), true);
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
    if (statusCode !== 200) return false;
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf' });
    return true;
  }, false);

/** The same for a picture: on the web it can be saved from the new tab, elsewhere by holding a finger on it. */
export const openPicture = (address: string): Promise<boolean> =>
  attempt(async () => {
    const url = apiBase + address;
    if (isWeb) return window.open(url, '_blank') !== null || (window.location.assign(url), true);
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
    if (statusCode !== 200) return false;
    await Taro.previewImage({ urls: [tempFilePath] });
    return true;
  }, false);

const binary = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));

/** The page stays: what it shows may be there only once. */
function saveAs(url: string, fileName: string): true {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  return true;
}

/** A PDF that came in an answer and lies nowhere on the server: a new tab to print from on the web, the host's reader elsewhere. */
export const openBytes = (base64: string, fileName: string): Promise<boolean> =>
  attempt(async () => {
    if (isWeb) {
      const url = URL.createObjectURL(new Blob([binary(base64)], { type: 'application/pdf' }));
      return window.open(url, '_blank') !== null || saveAs(url, fileName);
    }
    const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${fileName}`;
    await new Promise<void>((resolve, reject) => {
      Taro.getFileSystemManager().writeFile({
        ...{ filePath, data: base64, encoding: 'base64' },
        success: () => resolve(),
        fail: reject,
      });
    });
    await Taro.openDocument({ filePath, fileType: 'pdf' });
    return true;
  }, false);

async function shareOnWeb(url: string, fileName: string): Promise<boolean> {
  const blob = await (await fetch(url)).blob();
  const files = [new File([blob], fileName, { type: 'image/png' })];
  // Old browsers and the web views of other apps have no sharing: there the picture is saved as a file.
  if ('canShare' in navigator && navigator.canShare({ files })) {
    await navigator.share({ files });
    return true;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
  return true;
}

/** Hands a picture on: to the sharing of the system or as a saved file on the web, to the host's own menu elsewhere. */
export const sharePicture = (address: string, fileName: string): Promise<boolean> =>
  attempt(async () => {
    const url = apiBase + address;
    if (isWeb) return shareOnWeb(url, fileName);
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
    if (statusCode !== 200) return false;
    if (hostName === 'weapp' && Taro.canIUse('showShareImageMenu')) {
      await Taro.showShareImageMenu({ path: tempFilePath });
      return true;
    }
    await Taro.previewImage({ urls: [tempFilePath] });
    return true;
  }, false);
