import { useState } from 'react';
import { listClaimFiles } from '@contract/waiver-files';
import { call } from '@miniapp/platform/call';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { openPdf, openPicture } from '@miniapp/platform/open-file';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { kindWords, saySize } from '../cross-form';
import { sayCross } from '../words';

/** Opens by an address that was made for this tap: one from when the page was drawn has ended. */
async function openFresh(claimId: string, fileId: string): Promise<boolean> {
  const answer = await call(listClaimFiles, { claimId });
  const file = answer.ok ? answer.value.items.find(item => item.fileId === fileId) : undefined;
  if (!file) return false;
  return file.contentType === 'application/pdf' ? openPdf(file.url) : openPicture(file.url);
}

/** What was uploaded for a claim. */
export function ClaimUploads({ claimId }: { readonly claimId: string }) {
  const files = useQuery(listClaimFiles, { claimId });
  const [failed, setFailed] = useState(false);
  return (
    <Card flush title="上传的材料">
      {failed && (
        <Notice tone="look" announce>
          没有打开，请检查网络后再点一次。
        </Notice>
      )}
      <Loaded query={files} say={sayCross}>
        {({ items }) => (
          <>
            {items.map(({ fileId, kind, contentType, bytes, uploadedAt }) => (
              <ListRow
                key={fileId}
                icon="form"
                title={kindWords[kind].title}
                note={`${contentType === 'application/pdf' ? 'PDF' : '照片'} · ${saySize(bytes)} · ${sayStamp(uploadedAt)}`}
                onPress={() => void openFresh(claimId, fileId).then(isOpen => setFailed(!isOpen))}
              />
            ))}
          </>
        )}
      </Loaded>
    </Card>
  );
}
