import { finishUpload, permitUpload } from '@contract/uploads';
import { wordsFor } from './words';

const unusable: Readonly<Record<string, string>> = {
  wrong_type: '这个文件的格式不对，请换成照片（JPG、PNG）或者 PDF。',
  damaged: '文件没有传完整，请重新选一次。',
  too_large: '文件太大了，请重新拍一张，或者选小一些的。',
  too_small: '文件是空的，请重新选一次。',
};

/** Why a file was not taken. */
export const sayUpload = wordsFor([permitUpload, finishUpload], {
  TYPE_NOT_TAKEN: unusable.wrong_type ?? '',
  TOO_MANY_UPLOADS: '您今天上传的文件太多了，请明天再试，或者拨打 96614。',
  NOT_ARRIVED: '文件没有传到，请再试一次。',
  FILE_UNUSABLE: ({ reason }) => unusable[String(reason)] ?? '这个文件不能用，请换一个。',
  UPLOAD_BUSY: '文件正在检查，请稍等再试。',
  NOT_FOUND: '文件没有保存好，请重新选一次。',
});
