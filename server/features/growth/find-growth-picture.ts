import type { Input, Output } from '@contract/endpoint';
import type { getGrowthPicture } from '@contract/growth';
import { personOf } from '@server/platform/actor';
import { fileAddress } from '@server/platform/files/signed-file';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { GrowthPicture } from './growth-picture.entity';
import { hashOf } from './make-growth-picture';
import { gatherContent } from './picture-content';
import { readWord } from './picture-wish';

type Answer = Output<typeof getGrowthPicture>;

const titles = { year: '年度献血记录', poster: '我的献血足迹' } as const;

/** Of the person in session alone. What was drawn before donations changed is not handed out. */
export async function findGrowthPicture(tx: Tx, { pictureId }: Input<typeof getGrowthPicture>): Promise<Answer> {
  const personId = personOf(tx.actor);
  const row = await tx.em.findOneBy(GrowthPicture, { id: pictureId, personId });
  if (!row) throw notFound();
  const none = { picture: null, pdf: null };
  const { state, pictureKey, pdfKey } = row;
  if (state !== 'ready' || pictureKey === null || pdfKey === null) return { state, ...none };
  const wish = readWord(row.wish);
  const content = await gatherContent(tx, personId, wish);
  if (!content || hashOf(tx, personId, content) !== row.contentHash) return { state: 'outdated', ...none };
  const title = `${wish.year === null ? '' : `${wish.year}`}${titles[wish.kind]}`;
  const open = (key: string, contentType: 'image/png' | 'application/pdf', end: string) => {
    const fileName = `${title}.${end}`;
    return { ...fileAddress(tx.app, { key, contentType, fileName, sealedFor: 'identity' }), fileName };
  };
  return { state, picture: open(pictureKey, 'image/png', 'png'), pdf: open(pdfKey, 'application/pdf', 'pdf') };
}
