import { View } from '@tarojs/components';
import { useState } from 'react';
import { uploadLimits } from '@rules/upload-limits';
import { canPickDocuments, pickFile } from '@miniapp/platform/pick-file';
import { sendFile } from '@miniapp/platform/send-file';
import { fieldId } from '@miniapp/platform/show-field';
import { sayUpload } from '@miniapp/platform/upload-words';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Notice } from '@miniapp/ui/notice';
import { Tag } from '@miniapp/ui/tag';
import { type FileKind, kindWords } from '../cross-form';
import { type CrossForm } from '../use-cross-form';
import { SentFileRow } from './sent-file-row';

interface UploadFieldProps {
  readonly form: CrossForm;
  readonly kind: FileKind;
  readonly needed: boolean;
}

/** As many as the server takes for one claim. */
const most = 12;

const unusable = (reason: string) => sayUpload({ code: 'FILE_UNUSABLE', details: { reason } });

/** Files of one kind: each goes into the store as soon as it is chosen, so that what is wrong with it is said here. */
export function UploadField({ form, kind, needed }: UploadFieldProps) {
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const files = form.draft.files.filter(file => file.kind === kind);
  const { title, note } = kindWords[kind];
  const missing = form.problems[`files.${kind}`];

  const add = async (way: 'picture' | 'document') => {
    if (sending) return;
    setTrouble(undefined);
    const file = await pickFile(way);
    if (file === null) return;
    if (file === 'wrong_type') return setTrouble(unusable('wrong_type'));
    if (file.bytes > uploadLimits.claim_evidence.maxBytes) return setTrouble(unusable('too_large'));
    setSending(true);
    const sent = await sendFile('claim_evidence', file);
    setSending(false);
    if (!sent.ok) return setTrouble(sayUpload(sent));
    const { uploadId, contentType, bytes } = sent.value;
    form.addFile({ uploadId, kind, contentType, bytes, address: file.address });
  };

  return (
    <Card title={title} aside={needed ? undefined : <Tag tone="info">选填</Tag>}>
      <View id={fieldId(`files.${kind}`)} className="t-quiet">
        {note}
      </View>
      {(trouble ?? missing) && (
        <Notice tone="look" announce>
          {trouble ?? missing}
        </Notice>
      )}
      {files.map((file, n) => (
        <SentFileRow
          key={file.uploadId}
          file={file}
          label={`${title} ${n + 1}`}
          onDrop={() => form.dropFile(file.uploadId)}
        />
      ))}
      {form.draft.files.length < most && (
        <Button kind="secondary" busy={sending} onPress={() => void add('picture')}>
          {files.length > 0 ? `再拍一张${title}` : `拍照上传${title}`}
        </Button>
      )}
      {canPickDocuments && form.draft.files.length < most && (
        <Button kind="quiet" disabled={sending} onPress={() => void add('document')}>
          {`上传 PDF 文件（${title}）`}
        </Button>
      )}
    </Card>
  );
}
