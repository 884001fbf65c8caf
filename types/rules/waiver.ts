import type { CalendarDate } from './calendar';
import { addPeriod } from './calendar';
import { findEdition, getEdition } from './edition';
import type { PastDonation } from './past-donation';
import { reachesGoldStandard } from './waiver-gold';
import type {
  WaiverClause,
  WaiverEdition,
  WaiverEntitlement,
  WaiverLine,
  WaiverReasonCode,
  WaiverRelation,
  WaiverRequest,
  WaiverSpent,
} from './waiver-model';

export type {
  WaiverEdition,
  WaiverEntitlement,
  WaiverReasonCode,
  WaiverRelation,
  WaiverRequest,
  WaiverSpent,
} from './waiver-model';

const NEAR: readonly WaiverRelation[] = ['spouse', 'parent', 'child'];
const WIDER: readonly WaiverRelation[] = ['sibling', 'grandparent', 'spouse_parent'];

const REASON: Readonly<Record<Exclude<WaiverReasonCode, 'OK'>, string>> = {
  NO_DONATION: '用血当天以前没有献血记录，不能减免。',
  RELATION_NOT_LISTED: '办法规定的亲属范围不包括这种关系，不能减免。',
  BELOW_GOLD_STANDARD: '献血者还没有达到国家金奖标准，兄弟姐妹、祖父母、外祖父母和配偶的父母暂不能减免。',
  USED_UP: '这位献血者的可用额度已经用完。',
  NO_EDITION: '用血当天没有适用的减免办法，请联系献血服务窗口。',
};

/** 用血减免献血量: an apheresis platelet donation is 800 ml whatever its units; stem cells give no volume of this kind. */
export function waiverVolumeMl(
  donation: PastDonation,
  { rules }: WaiverEdition = getEdition('waiver', '2014-01-01'),
): number {
  if (donation.type === 'platelets') return rules.plateletDonationMl.value;
  return donation.type === 'whole_blood' ? (donation.volumeMl ?? 0) : 0;
}

const usedMl = (spent: readonly WaiverSpent[], donationId: string, by: WaiverSpent['by']): number =>
  spent.reduce((ml, entry) => (entry.donationId === donationId && entry.by === by ? ml + entry.ml : ml), 0);

type LineContext = { edition: WaiverEdition; usedOn: CalendarDate; spent: readonly WaiverSpent[] };

/** Within five years a multiple of the volume, afterwards the volume itself, less what was taken from this donation before. */
function volumeLine(
  past: PastDonation,
  factor: number,
  clause: WaiverClause,
  by: WaiverSpent['by'],
  context: LineContext,
): WaiverLine {
  const { edition, usedOn, spent } = context;
  const until = addPeriod(past.on, edition.rules.windowYears);
  const within = edition.rules.lastDayIncluded.value ? usedOn <= until : usedOn < until;
  const volumeMl = waiverVolumeMl(past, edition);
  const inForce = within ? factor : edition.rules.lateFactor.value;
  const used = usedMl(spent, past.id, by);
  return {
    donationId: past.id,
    donatedOn: past.on,
    volumeMl,
    factor: inForce,
    ...(within ? { until } : {}),
    usedMl: used,
    availableMl: Math.max(0, inForce * volumeMl - used),
    clause,
    edition: edition.id,
  };
}

/** One 800 ml for life, however many stem-cell donations: the text speaks of the donor, not of each donation. */
function stemCellLine(past: PastDonation, { edition, spent }: LineContext): WaiverLine {
  const volumeMl = edition.rules.stemCellRelativesMl.value;
  const used = usedMl(spent, past.id, 'relative');
  return {
    donationId: past.id,
    donatedOn: past.on,
    volumeMl,
    factor: 1,
    usedMl: used,
    availableMl: Math.max(0, volumeMl - used),
    clause: 'W-5',
    edition: edition.id,
  };
}

/** What ends first is spent first; what never ends comes last. */
function inSpendingOrder(a: WaiverLine, b: WaiverLine): number {
  const [endA, endB] = [a.until ?? '9999-12-31', b.until ?? '9999-12-31'];
  if (endA !== endB) return endA < endB ? -1 : 1;
  if (a.donatedOn !== b.donatedOn) return a.donatedOn < b.donatedOn ? -1 : 1;
  return a.donationId < b.donationId ? -1 : 1;
}

function lifelongClause(
  { donor }: WaiverRequest,
  history: readonly PastDonation[],
  { rules }: WaiverEdition,
): WaiverClause | undefined {
  const wholeMl = history.reduce((ml, past) => (past.type === 'whole_blood' ? ml + (past.volumeMl ?? 0) : ml), 0);
  if (wholeMl >= rules.lifelongWholeBloodMl.value) return 'W-1';
  if (rules.plateletLifelong.value && history.some(past => past.type === 'platelets')) return 'W-6';
  if (history.some(past => past.type === 'stem_cells')) return 'W-5';
  return rules.rareLifelong.value && donor.rhd === 'negative' ? 'W-7' : undefined;
}

function refused(code: Exclude<WaiverReasonCode, 'OK'>, edition?: WaiverEdition): WaiverEntitlement {
  return {
    entitled: false,
    lifelong: false,
    quotaMl: 0,
    quotaFen: 0,
    fenPer10Ml: edition?.rules.fenPer10Ml.value ?? 0,
    lines: [],
    reasonCode: code,
    reason: REASON[code],
    source: edition?.source ?? '',
    ...(edition ? { edition: edition.id } : {}),
  };
}

function granted(
  edition: WaiverEdition,
  clause: WaiverClause,
  reason: string,
  quota: { lines: WaiverLine[] } | 'lifelong',
): WaiverEntitlement {
  const fenPer10Ml = edition.rules.fenPer10Ml.value;
  const common = {
    entitled: true,
    fenPer10Ml,
    clause,
    reasonCode: 'OK',
    reason,
    source: edition.source,
    edition: edition.id,
  } as const;
  if (quota === 'lifelong') return { ...common, lifelong: true, quotaMl: null, quotaFen: null, lines: [] };
  const lines = [...quota.lines].sort(inSpendingOrder);
  const quotaMl = lines.reduce((ml, line) => ml + line.availableMl, 0);
  if (quotaMl === 0) return { ...refused('USED_UP', edition), clause, lines };
  return { ...common, lifelong: false, quotaMl, quotaFen: Math.floor((quotaMl * fenPer10Ml) / 10), lines };
}

function ownEntitlement(
  request: WaiverRequest,
  history: readonly PastDonation[],
  context: LineContext,
): WaiverEntitlement {
  const { edition } = context;
  const clause = lifelongClause(request, history, edition);
  if (clause) return granted(edition, clause, '献血者本人用血，终身免交用血费用。', 'lifelong');
  const factor = edition.rules.ownFactor.value;
  const lines = history.map(past => volumeLine(past, factor, 'W-2', 'self', context));
  const reason = `献血者本人用血：献血之日起五年内按献血量的 ${factor} 倍减免，五年后按等量减免。`;
  return granted(edition, 'W-2', reason, { lines });
}

function relativeEntitlement(
  { relation }: WaiverRequest,
  history: readonly PastDonation[],
  context: LineContext,
): WaiverEntitlement {
  const { edition } = context;
  const near = NEAR.includes(relation);
  if (!near && !WIDER.includes(relation)) return refused('RELATION_NOT_LISTED', edition);
  if (!near && !reachesGoldStandard(history, edition.rules)) return refused('BELOW_GOLD_STANDARD', edition);
  const factor = edition.rules.relativeFactor.value;
  const lines = history
    .filter(past => past.type !== 'stem_cells')
    .map(past =>
      volumeLine(past, factor, !near ? 'W-4' : past.type === 'platelets' ? 'W-6' : 'W-3', 'relative', context),
    );
  const stemCells = near ? history.find(past => past.type === 'stem_cells') : undefined;
  if (stemCells) lines.push(stemCellLine(stemCells, context));
  const clause = near ? (lines[0]?.clause ?? 'W-3') : 'W-4';
  const reason =
    clause === 'W-5'
      ? `造血干细胞捐献者的配偶、父母、子女终身可用 ${edition.rules.stemCellRelativesMl.value} ml。`
      : `亲属用血：献血之日起五年内按献血量的 ${factor} 倍减免，五年后按等量减免；亲属共用一个额度。`;
  return granted(edition, clause, reason, { lines });
}

/** What the donor's record gives for blood used on a day, and from which donations. Only donations up to that day count. */
export function waiverEntitlement(request: WaiverRequest): WaiverEntitlement {
  const edition = request.edition ?? findEdition('waiver', request.usedOn);
  if (!edition) return refused('NO_EDITION');
  const history = request.history
    .filter(past => past.on <= request.usedOn)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
  if (history.length === 0) return refused('NO_DONATION', edition);
  const context: LineContext = { edition, usedOn: request.usedOn, spent: request.spent ?? [] };
  return request.relation === 'self'
    ? ownEntitlement(request, history, context)
    : relativeEntitlement(request, history, context);
}

/** Never more than the blood fee actually billed. */
export function waivableFen(entitlement: WaiverEntitlement, bloodFeeFen: number): number {
  if (!entitlement.entitled) return 0;
  return entitlement.quotaFen === null ? bloodFeeFen : Math.min(bloodFeeFen, entitlement.quotaFen);
}

/** Which millilitres a waived sum takes. A started millilitre is taken whole, so that claims in parts never exceed the quota. */
export function waiverSpending(entitlement: WaiverEntitlement, fen: number): { donationId: string; ml: number }[] {
  if (entitlement.lifelong || fen <= 0) return [];
  let missing = Math.ceil((fen * 10) / entitlement.fenPer10Ml);
  const taken: { donationId: string; ml: number }[] = [];
  for (const line of entitlement.lines) {
    const ml = Math.min(missing, line.availableMl);
    if (ml > 0) taken.push({ donationId: line.donationId, ml });
    missing -= ml;
  }
  if (missing > 0) throw new RangeError('more than the quota');
  return taken;
}
