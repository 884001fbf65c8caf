import { In } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type * as contract from '@contract/privilege-places';
import { cityPrivilege, privilegeCities } from '@rules/city-privilege';
import { pageOf, readCursor } from '@server/platform/cursor';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { rankPlaces, type RankedPlace } from './place-rank';
import { fromE6 } from './position';
import { PlaceReport } from './place-report.entity';
import { PrivilegePlace } from './privilege-place.entity';
import { findChanges } from './record-change';

type Shown = Output<typeof contract.getPrivilegePlace>;
type Managed = Output<typeof contract.listManagedPlaces>['items'][number];
type Practice = Shown['practice'];

const PAGE = 20;
const rankColumns = {
  ...{ id: true, city: true, kind: true, name: true },
  ...{ operatorName: true, address: true, latitudeE6: true, longitudeE6: true },
} as const;

interface Filter {
  readonly city?: string;
  readonly kind?: PrivilegePlace['kind'];
  readonly state?: PrivilegePlace['state'];
}

/** Some thousand places at the most: their few columns are read whole, and only the page is read in full. */
function findRanked(tx: Tx, { city, kind, state }: Filter): Promise<RankedPlace[]> {
  const where = { ...(city && { city }), ...(kind && { kind }), ...(state && { state }) };
  return tx.em.find(PrivilegePlace, { select: rankColumns, where });
}

/** What follows the place named last; from the beginning when it has left the list. */
function after<T extends { place: RankedPlace }>(found: readonly T[], cursor: string | undefined): T[] {
  const [last] = readCursor(cursor, 1) ?? [];
  return found.slice(found.findIndex(({ place }) => place.id === last) + 1);
}

async function readInOrder(tx: Tx, ids: readonly string[]): Promise<PrivilegePlace[]> {
  const rows = await tx.em.findBy(PrivilegePlace, { id: In([...ids]) });
  return ids.flatMap(id => rows.find(row => row.id === id) ?? []);
}

export async function findPlaces(
  tx: Tx,
  { city, kind, search, latitude, longitude, cursor }: Input<typeof contract.listPrivilegePlaces>,
): Promise<Output<typeof contract.listPrivilegePlaces>> {
  const from = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : undefined;
  const found = rankPlaces(await findRanked(tx, { state: 'published', city, kind }), { search, from });
  const { items, nextCursor } = pageOf(after(found, cursor), PAGE, ({ place }) => [place.id]);
  const rows = await readInOrder(
    tx,
    items.map(({ place }) => place.id),
  );
  const metres = new Map(items.map(item => [item.place.id, item.metres]));
  const practice = city === undefined ? null : practiceOf(tx, city);
  return {
    items: rows.map(row => ({ ...shown(row), distanceMetres: metres.get(row.id) ?? null })),
    ...{ nextCursor, count: found.length, cities: await findCities(tx), practice },
  };
}

async function findCities(tx: Tx): Promise<string[]> {
  const rows = await tx.em
    .createQueryBuilder(PrivilegePlace, 'place')
    .select('place.city', 'city')
    .distinct(true)
    .where({ state: 'published' })
    .getRawMany<{ city: string }>();
  const cities = new Set(rows.map(({ city }) => city));
  return privilegeCities.filter(city => cities.has(city));
}

export async function findPlace(tx: Tx, placeId: string): Promise<Shown> {
  const row = await getPublished(tx, placeId);
  return { ...shown(row), practice: practiceOf(tx, row.city) };
}

export async function getPublished(tx: Tx, id: string): Promise<PrivilegePlace> {
  const row = await tx.em.findOneBy(PrivilegePlace, { id, state: 'published' });
  if (!row) throw notFound();
  return row;
}

export async function findManagedPlaces(
  tx: Tx,
  { city, state, search, cursor }: Input<typeof contract.listManagedPlaces>,
): Promise<Output<typeof contract.listManagedPlaces>> {
  const found = rankPlaces(await findRanked(tx, { city, state }), { search });
  const { items, nextCursor } = pageOf(after(found, cursor), PAGE, ({ place }) => [place.id]);
  const rows = await readInOrder(
    tx,
    items.map(({ place }) => place.id),
  );
  return { items: await managed(tx, rows), nextCursor };
}

export async function findManagedPlace(
  tx: Tx,
  { placeId }: Input<typeof contract.getManagedPlace>,
): Promise<Output<typeof contract.getManagedPlace>> {
  const [place] = await managed(tx, await tx.em.findBy(PrivilegePlace, { id: placeId }));
  if (!place) throw notFound();
  return { ...place, history: await findChanges(tx, placeId) };
}

async function managed(tx: Tx, rows: readonly PrivilegePlace[]): Promise<Managed[]> {
  const open = await tx.em.find(PlaceReport, {
    select: { placeId: true },
    where: { placeId: In(rows.map(({ id }) => id)), state: 'open' },
  });
  return rows.map(row => {
    const { state, version, updatedAt } = row;
    return { ...shown(row), state, version, updatedAt, openReports: open.filter(of => of.placeId === row.id).length };
  });
}

function shown(row: PrivilegePlace): Omit<Shown, 'practice'> {
  const { id, city, kind, type, name, operatorName, address, opening, note, demo } = row;
  const ways = row.ways.split(',') as Shown['ways'];
  return { id, city, kind, type, name, operatorName, address, opening, note, demo, ways, position: fromE6(row) };
}

/** What is not confirmed is not told to donors as fact. */
function practiceOf(tx: Tx, city: string): Practice {
  const found = cityPrivilege(city, tx.today);
  return (
    found && {
      city: found.city,
      form: found.form,
      grants: found.grants.map(({ type, granted, confirmed, note }) => ({ type, granted, confirmed, note })),
      notes: found.notes.filter(({ confirmed }) => confirmed).map(({ name, text }) => ({ name, text })),
    }
  );
}
