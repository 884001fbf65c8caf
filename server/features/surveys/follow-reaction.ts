import { openCase } from '@server/features/results';
import { getSite } from '@server/features/sites';
import { reactionNoted } from '@server/features/visits';
import type { App } from '@server/platform/app';

const severityWords = { mild: '轻', moderate: '中', severe: '重' } as const;
/** Days within which somebody asks how the donor is. */
const askWithinDays = { mild: 3, moderate: 1, severe: 0 } as const;

/** Whoever felt unwell at the site went home since: the station asks how they are. */
export const startFollowingReactions = (app: App): void =>
  app.events.on(reactionNoted, async (tx, { reactionId, personId, siteId, donationId, severity, kind, action }) => {
    await openCase(tx, {
      kind: 'reaction',
      source: `noted at the site ${reactionId}`,
      stationId: (await getSite(tx, siteId)).stationId,
      siteId,
      dueInDays: askWithinDays[severity],
      urgent: severity === 'severe',
      subject: {
        personId,
        ...(donationId !== null && { donationId }),
        facts: [
          { label: '现场不良反应', value: reactionWords[kind] },
          { label: '程度', value: severityWords[severity] },
          { label: '现场处理', value: action },
        ],
      },
    });
  });

const reactionWords = {
  vasovagal: '血管迷走神经反应（头晕、出冷汗）',
  haematoma: '血肿、淤青',
  nerve: '神经刺激或损伤',
  arterial: '误穿动脉',
  citrate: '枸橼酸盐反应（口唇发麻）',
  allergic: '过敏',
  other: '其他',
} as const;
