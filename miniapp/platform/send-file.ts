import Taro from '@tarojs/taro';
import { type Output, type RefusalCode } from '@contract/endpoint';
import { finishUpload, permitUpload } from '@contract/uploads';
import { type UploadPurpose } from '@rules/upload-limits';
import { type Answer, offline } from './answer';
import { apiBase, isWeb } from './build';
import { call } from './call';
import { attempt } from './host/mini-program';
import { type PickedFile } from './pick-file';

type Permission = Output<typeof permitUpload>;
type Finished = Answer<
  Output<typeof finishUpload>,
  RefusalCode<typeof permitUpload> | RefusalCode<typeof finishUpload>
>;

/** The store of the vendor has an address of its own; ours is a path of the server. */
const addressOf = (url: string): string => (url.startsWith('/') ? apiBase + url : url);

async function post({ url, fields }: Permission, file: PickedFile): Promise<boolean> {
  if (isWeb) {
    const form = new FormData();
    for (const { name, value } of fields) form.append(name, value);
    // The store reads nothing behind the file.
    form.append('file', file.blob ?? new Blob(), 'file');
    return (await fetch(addressOf(url), { method: 'POST', body: form })).ok;
  }
  const { statusCode } = await Taro.uploadFile({
    url: addressOf(url),
    filePath: file.address,
    name: 'file',
    formData: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    // Alipay asks for it; the others do not read it.
    ...{ fileType: 'image' },
  });
  return statusCode >= 200 && statusCode < 300;
}

/** Straight into the object store, by a permission for this one file; then the server looks at it. Never throws. */
export async function sendFile(purpose: UploadPurpose, file: PickedFile): Promise<Finished> {
  const permitted = await call(permitUpload, { purpose, contentType: file.contentType });
  if (!permitted.ok) return permitted;
  const isThere = await attempt(() => post(permitted.value, file), false);
  const finished = await call(finishUpload, { uploadId: permitted.value.uploadId });
  // The answer of the store may be lost on the way; whether the file is there, the server knows.
  return !isThere && !finished.ok && finished.code === 'NOT_ARRIVED' ? offline : finished;
}
