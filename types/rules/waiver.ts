import { type CalendarDate, addDays } from './calendar';
import { findEdition, getEdition } from './edition';
import type { PastDonation } from './past-donation';
import { findWaiverEdition } from './waiver-edition';
import { reachesGoldStandard } from './waiver-gold';
import { grantOn, grantingDonations, isOfZhejiang, volumeOf } from './waiver-grant';
import type {
  WaiverClause,
  WaiverDonation,
  WaiverEdition,
  WaiverEntitlement,
  WaiverLine,
  WaiverPool,
  WaiverReasonCode,
  WaiverRelation,
  WaiverRequest,
  WaiverSpent,
} from './waiver-model';

export type {
  WaiverDonation,
  WaiverEdition,
  WaiverEntitlement,
  WaiverPool,
  WaiverReasonCode,
  WaiverRelation,
  WaiverRequest,
} from './waiver-model';

const NEAR: readonly WaiverRelation[] = ['spouse', 'parent', 'child'];
const WIDER: readonly WaiverRelation[] = ['sibling', 'grandparent', 'spouse_parent'];

const REASON: Readonly<Record<Exclude<WaiverReasonCode, 'OK'>, string>> = {
  NO_DONATION: '用血当天以前没有献血记录，不能减免。',
  RELATION_NOT_LISTED: '办法规定的亲属范围不包括这种关系，不能减免。',
  BELOW_GOLD_STANDARD: '献血者还没有达到国家金奖标准，兄弟姐妹、祖父母、外祖父母和配偶的父母暂不能减免。',
  USED_UP: '这位献血者的可用额度已经用完。',
  NO_EDITION: '用血当天没有适用的减免办法，请联系献血服务窗口。',
  PERSON_MUST_LOOK: '献血地不在浙江，按献血地的规则减免，需要工作人员核对。',
};

/** 用血减免献血量 of a donation, by the edition of today's measures unless another is given. */
export const waiverVolumeMl = (
  donation: PastDonation,
  edition: WaiverEdition = getEdition('waiver', '2014-01-01'),
): number => volumeOf(donation, edition);

const usedMl = (spent: readonly WaiverSpent[], donationId: string, by: WaiverPool): number =>
  spent.reduce((ml, entry) => (entry.donationId === donationId && entry.by === by ? ml + entry.ml : ml), 0);

type LineContext = { edition: WaiverEdition; usedOn: CalendarDate; spent: readonly WaiverSpent[] };

/** What the donation gives, less what was taken from it before. */
function lineOf(past: WaiverDonation, pool: WaiverPool, { edition, usedOn, spent }: LineContext): WaiverLine {
  const { volumeMl, factor, ceilingMl, until, clause, edition: id } = grantOn(past, pool, usedOn, edition);
  const used = usedMl(spent, past.id, pool);
  return {
    donationId: past.id,
    donatedOn: past.on,
    volumeMl,
    factor,
    ...(until ? { until } : {}),
    usedMl: used,
    availableMl: Math.max(0, ceilingMl - used),
    clause,
    edition: id,
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
  history: readonly WaiverDonation[],
  { rules }: WaiverEdition,
): WaiverClause | undefined {
  const wholeMl = history.reduce((ml, past) => (past.type === 'whole_blood' ? ml + (past.volumeMl ?? 0) : ml), 0);
  if (wholeMl >= rules.lifelongWholeBloodMl.value) return 'W-1';
  if (rules.plateletLifelong.value && history.some(past => past.type === 'platelets')) return 'W-6';
  if (rules.stemCellLifelong.value && history.some(past => past.type === 'stem_cells')) return 'W-5';
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
  history: readonly WaiverDonation[],
  context: LineContext,
): WaiverEntitlement {
  const { edition } = context;
  const clause = lifelongClause(request, history, edition);
  if (clause) return granted(edition, clause, '献血者本人用血，终身免交用血费用。', 'lifelong');
  // Of donations that give the donor a volume, not freedom for life, the clause is W-2 whatever was donated.
  const lines = history
    .filter(past => past.type !== 'stem_cells')
    .map(past => ({ ...lineOf(past, 'self', context), clause: 'W-2' as const }));
  const factor = edition.rules.ownFactor.value;
  const reason = `献血者本人用血：献血之日起五年内按献血量的 ${factor} 倍减免，五年后按等量减免。`;
  return granted(edition, 'W-2', reason, { lines });
}

function relativeReason({ rules }: WaiverEdition, clause: WaiverClause): string {
  if (clause === 'W-5') return `造血干细胞捐献者的配偶、父母、子女终身可用 ${rules.stemCellRelativesMl.value} ml。`;
  const later = rules.relativeLateFactor.value > 0 ? '五年后按等量减免' : '五年后不再减免';
  return `亲属用血：献血之日起五年内按献血量的 ${rules.relativeFactor.value} 倍减免，${later}；亲属共用一个额度。`;
}

function relativeEntitlement(
  { relation }: WaiverRequest,
  history: readonly WaiverDonation[],
  context: LineContext,
): WaiverEntitlement {
  const { edition } = context;
  const near = NEAR.includes(relation);
  const wider = edition.rules.widerRelatives.value && WIDER.includes(relation);
  if (!near && !wider) return refused('RELATION_NOT_LISTED', edition);
  if (!near && !reachesGoldStandard(history, edition.rules)) return refused('BELOW_GOLD_STANDARD', edition);
  // The 800 ml of stem cells are for the near family; the wider one has the volumes alone.
  const giving = history.filter(past => near || past.type !== 'stem_cells');
  const lines = giving.map(past => {
    const line = lineOf(past, 'relative', context);
    return near ? line : { ...line, clause: 'W-4' as const };
  });
  const volumes = lines.filter(({ clause }) => clause !== 'W-5');
  const clause = near ? ((volumes[0] ?? lines[0])?.clause ?? 'W-3') : 'W-4';
  return granted(edition, clause, relativeReason(edition, clause), { lines });
}

/** What the donor's record gives for blood used on a day, and from which donations. Only donations up to that day count. */
export function waiverEntitlement(request: WaiverRequest): WaiverEntitlement {
  const edition = request.edition ?? findWaiverEdition(request.usedOn);
  if (!edition) return refused('NO_EDITION');
  const days = edition.rules.daysAfterUse.value;
  const lastOn = days === 0 ? request.usedOn : addDays(request.usedOn, days);
  const made = request.history.filter(past => past.on <= lastOn);
  const history = grantingDonations(made);
  if (history.length === 0)
    return made.some(past => !isOfZhejiang(past)) ? elsewhere(made, edition, request) : refused('NO_DONATION', edition);
  const context: LineContext = { edition, usedOn: request.usedOn, spent: request.spent ?? [] };
  const answer =
    request.relation === 'self'
      ? ownEntitlement(request, history, context)
      : relativeEntitlement(request, history, context);
  // What Zhejiang does not give, the province of the donation may.
  const mayBeElsewhere = answer.reasonCode === 'USED_UP' || answer.reasonCode === 'BELOW_GOLD_STANDARD';
  return mayBeElsewhere && history.length < made.length && made.some(past => !isOfZhejiang(past))
    ? elsewhere(made, edition, request)
    : answer;
}

/** The rule of the donation place decides; what is known of it is shown to the person who looks. */
function elsewhere(
  made: readonly WaiverDonation[],
  edition: WaiverEdition,
  { usedOn }: WaiverRequest,
): WaiverEntitlement {
  const place = made.find(past => !isOfZhejiang(past))?.place;
  const terms = place === undefined ? undefined : findEdition('waiver-elsewhere', usedOn, place);
  return {
    ...refused('PERSON_MUST_LOOK', edition),
    source: terms?.source ?? '没有查到献血地的规则',
    edition: terms?.id ?? edition.id,
  };
}

/** Never more than the blood fee actually billed. */
export function waivableFen(entitlement: WaiverEntitlement, bloodFeeFen: number): number {
  if (!entitlement.entitled) return 0;
  return entitlement.quotaFen === null ? bloodFeeFen : Math.min(bloodFeeFen, entitlement.quotaFen);
}

const mlOf = (fen: number, fenPer10Ml: number): number => Math.ceil((fen * 10) / fenPer10Ml);

/** Millilitres that a sum takes by the price of the day of use. */
export const waiverMl = (fen: number, usedOn: CalendarDate): number =>
  fen === 0 ? 0 : mlOf(fen, getEdition('waiver', usedOn).rules.fenPer10Ml.value);

/** Which millilitres a waived sum takes. A started millilitre is taken whole, so that claims in parts never exceed the quota. */
export function waiverSpending(entitlement: WaiverEntitlement, fen: number): { donationId: string; ml: number }[] {
  if (entitlement.lifelong || fen <= 0) return [];
  let missing = mlOf(fen, entitlement.fenPer10Ml);
  const taken: { donationId: string; ml: number }[] = [];
  for (const line of entitlement.lines) {
    const ml = Math.min(missing, line.availableMl);
    if (ml > 0) taken.push({ donationId: line.donationId, ml });
    missing -= ml;
  }
  if (missing > 0) throw new RangeError('more than the quota');
  return taken;
}
