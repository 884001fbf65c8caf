import { In } from 'typeorm';
import type { CalendarDate } from '@rules/calendar';
import { dinCheckCharacter } from '@rules/din';
import type { Input, Output } from '@contract/endpoint';
import type { listRecordRequests, requestRecord as contract } from '@contract/record-requests';
import { Donation } from '@server/features/donations';
import { lockPeople, ownDataAsked } from '@server/features/identity';
import { FollowUpCase, openCase, openOutcome } from '@server/features/results';
import { findSitesById, getSite } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { newId } from '@server/platform/ids';
import { badField, notFound, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { RecordRequest } from './record-request.entity';

/** Requests that wait at the same time; days within which the station answers. */
const mostOpen = 3;
const answerDays = 7;
const answerPage = 'features/certificates/pages/requests';
const aboutWords = { missing: '少了一次献血', wrong: '记录有误' } as const;

type Command = Input<typeof contract>;

interface About {
  readonly siteId: string;
  readonly stationId: string;
  readonly on: CalendarDate;
  readonly donation: Donation | null;
}

async function aboutOf(tx: Tx, personId: string, command: Command): Promise<About> {
  if (command.about === 'wrong') {
    const donation = await tx.em.findOneBy(Donation, { id: command.donationId, personId });
    if (!donation) throw notFound();
    return { siteId: donation.siteId, stationId: donation.stationId, on: donation.donatedOn, donation };
  }
  const { siteId, on } = command;
  if (on > tx.today) throw badField('on', 'in_future');
  const { stationId } = await getSite(tx, siteId);
  if (await tx.em.existsBy(Donation, { personId, siteId, donatedOn: on }))
    throw new Refusal('ALREADY_THERE', 'conflict');
  return { siteId, stationId, on, donation: null };
}

/** Counted one after the other for the same person. */
async function requireRoom(tx: Tx, personId: string): Promise<void> {
  await lockPeople(tx, [personId]);
  const requests = await tx.em.findBy(RecordRequest, { personId });
  const open = { id: In(requests.map(({ caseId }) => caseId)), state: In(['open', 'in_work']) };
  if ((await tx.em.countBy(FollowUpCase, open)) >= mostOpen)
    throw new Refusal('TOO_MANY_OPEN', 'conflict', { most: mostOpen });
}

/** A case for the people of the station where the donor gave. The record itself changes when the station delivers it anew. */
export async function requestRecord(tx: Tx, command: Command): Promise<Output<typeof contract>> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const { siteId, stationId, on, donation } = await aboutOf(tx, personId, command);
  await requireRoom(tx, personId);
  const requestId = newId();
  const { name } = await getSite(tx, siteId);
  const printed = donation && donation.donationNumber + dinCheckCharacter(donation.donationNumber);
  const facts = [
    { label: '要求', value: aboutWords[command.about] },
    { label: '献血日期', value: on },
    { label: '献血点', value: name },
    ...(printed ? [{ label: '献血码', value: printed }] : []),
    { label: '本人说明', value: command.words },
  ];
  const { id: caseId, dueOn } = await openCase(tx, {
    ...{ kind: 'record', source: `record ${requestId}`, stationId, siteId, dueInDays: answerDays },
    subject: { personId, facts, page: answerPage, ...(donation && { donationId: donation.id }) },
  });
  await tx.em.insert(RecordRequest, {
    ...{ id: requestId, personId, caseId, about: command.about, donationId: donation?.id ?? null },
    ...{ siteId, onDate: on, wordsSealed: tx.app.crypto.seal('identity', command.words), requestedAt: tx.now },
  });
  return { requestId, dueOn };
}

export async function findRecordRequests(tx: Tx): Promise<Output<typeof listRecordRequests>> {
  const rows = await tx.em.find(RecordRequest, {
    where: { personId: personOf(tx.actor) },
    order: { requestedAt: 'DESC', id: 'DESC' },
    take: 50,
  });
  const cases = await tx.em.findBy(FollowUpCase, { id: In(rows.map(({ caseId }) => caseId)) });
  const sites = await findSitesById(
    tx,
    rows.map(({ siteId }) => siteId),
  );
  const items = rows.flatMap(({ id, caseId, about, siteId, onDate, wordsSealed, requestedAt }) => {
    const followUp = cases.find(one => one.id === caseId);
    if (!followUp) return [];
    const { state, dueOn } = followUp;
    return [
      {
        ...{ id, about, on: onDate, siteName: sites.get(siteId)?.name ?? '', requestedAt, state, dueOn },
        words: tx.app.crypto.open('identity', wordsSealed),
        answer: openOutcome(tx, followUp)?.answer ?? null,
      },
    ];
  });
  return { items };
}

export const startCopyingRequests = (app: App): void =>
  app.events.on(ownDataAsked, async (tx, { add }) => add('请血站核对的记录', (await findRecordRequests(tx)).items));
