import Taro from '@tarojs/taro';
import { apiBase, isWeb } from './build';
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
