import type { Input, Output } from '@contract/endpoint';
import { finishUpload, permitUpload } from '@contract/uploads';
import type { UploadType } from '@rules/upload-limits';
import type { TestApp } from '../test-app';

type Permission = Output<typeof permitUpload>;
type Purpose = Input<typeof permitUpload>['purpose'];

/** Posts the form as a phone does; `fields` in place of those that were signed. */
export async function postFile(
  test: Pick<TestApp, 'baseUrl'>,
  { url, fields }: Pick<Permission, 'url' | 'fields'>,
  bytes: Buffer,
): Promise<number> {
  const form = new FormData();
  for (const { name, value } of fields) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'file');
  return (await fetch(new URL(url, test.baseUrl), { method: 'POST', body: form })).status;
}

/** A file that was sent and looked at, for a command that takes it. */
export async function anUpload(
  test: TestApp,
  as: string,
  purpose: Purpose,
  bytes: Buffer,
  contentType: UploadType = 'image/png',
): Promise<string> {
  const permission = await test.get(permitUpload, { purpose, contentType }, { as });
  await postFile(test, permission, bytes);
  return (await test.get(finishUpload, { uploadId: permission.uploadId }, { as })).uploadId;
}

/** The least that is a document. */
export const aPdf = (note = 'synthetic'): Buffer =>
  Buffer.from(`%PDF-1.4\n% ${note}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`.padEnd(200, '\n'));
