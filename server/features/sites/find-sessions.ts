import type { Input, Output } from '@contract/endpoint';
import type { getSession as getContract, listSessions as listContract } from '@contract/sessions';
import { addDays, chinaInstant, type CalendarDate, type Instant } from '@rules/calendar';
import { In } from 'typeorm';
import { getOrganization } from '@server/features/organizations';
import { organizationOf } from '@server/platform/actor';
import { Refusal, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { DonationSession } from './donation-session.entity';
import { findClosures } from './find-closures';
import type { SiteDetails } from './find-sites';
import { findOwnSites, getOwnSite } from './own-sites';
import { sessionView, sessionViews } from './session-view';

const defaultDays = 7;
const siteView = ({ id, name, kind, types }: SiteDetails) => ({ id, name, kind, types });

export async function listSessions(tx: Tx, input: Input<typeof listContract>): Promise<Output<typeof listContract>> {
  const { siteId, from, days = defaultDays } = input;
  const sites = siteId === undefined ? await findOwnSites(tx) : [await getOwnSite(tx, siteId)];
  const ids = sites.map(({ id }) => id);
  const before = addDays(from, days);
  const rows = await tx.em
    .createQueryBuilder(DonationSession, 'session')
    .where({ siteId: In(ids) })
    .andWhere('session.onDate >= :from AND session.onDate < :before', { from, before })
    .orderBy('session.onDate')
    .addOrderBy('session.opens')
    .getMany();
  const closures = await findClosures(tx, ids, from, before);
  const [first] = sites;
  return {
    city: first ? first.city : (await getOrganization(tx, organizationOf(tx.actor))).city,
    sites: sites.map(siteView),
    sessions: await sessionViews(tx, rows),
    closures: closures.map(({ id, siteId: of, onDate, reason }) => ({ id, siteId: of, on: onDate, reason })),
  };
}

/** A session of another station is not found, as one that does not exist. */
export async function getOwnSession(
  tx: Tx,
  sessionId: string,
): Promise<{ session: DonationSession; site: SiteDetails }> {
  const session = await tx.em.findOneBy(DonationSession, { id: sessionId });
  if (!session) throw notFound();
  return { session, site: await getOwnSite(tx, session.siteId) };
}

export async function readSession(tx: Tx, sessionId: string): Promise<Output<typeof getContract>> {
  const { session, site } = await getOwnSession(tx, sessionId);
  return { session: await sessionView(tx, session), site: siteView(site) };
}

/** Refuses what has ended: nothing about it can be changed. */
export function requireAhead(on: CalendarDate, closes: string, now: Instant): void {
  if (chinaInstant(on, closes) <= now) throw new Refusal('SESSION_OVER', 'conflict');
}

/** Published sessions of the site on that day that share any time with this one. */
export async function requireNoOverlap(
  tx: Tx,
  { id, siteId, onDate }: Pick<DonationSession, 'id' | 'siteId' | 'onDate'>,
  { opens, closes }: Pick<DonationSession, 'opens' | 'closes'>,
): Promise<void> {
  const others = await tx.em.findBy(DonationSession, { siteId, onDate, state: 'published' });
  const [other] = others.filter(row => row.id !== id && row.opens < closes && opens < row.closes);
  if (other)
    throw new Refusal('SESSIONS_OVERLAP', 'conflict', {
      sessionId: other.id,
      opens: other.opens,
      closes: other.closes,
    });
}
