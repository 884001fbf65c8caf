import { freePlaces, freeWalkIns, keptPlaces, type Places } from './slot-places';

const now = '2026-03-05T01:00:00.000Z';
const slot = (given: Partial<Places> = {}): Places => ({
  ...{ capacity: 6, booked: 0, reserved: 2, reservedFor: ',O-,', releaseAt: '2026-03-06T01:00:00.000Z' },
  ...{ neededBooked: 0, walkInCapacity: 0, walkInTaken: 0 },
  ...given,
});
const oNegative = { abo: 'O', rhd: 'negative' } as const;
const aPositive = { abo: 'A', rhd: 'positive' } as const;

describe('kept places', () => {
  it.each<[what: string, given: Partial<Places>, kept: number, forNeeded: number, forOthers: number]>([
    ['an empty time', {}, 2, 6, 4],
    ['others take the general ones', { booked: 4 }, 2, 2, 0],
    ['a donor in need uses a kept one first', { booked: 1, neededBooked: 1 }, 1, 5, 4],
    ['more donors in need than kept ones', { booked: 3, neededBooked: 3 }, 0, 3, 3],
    ['full', { booked: 6, neededBooked: 2 }, 0, 0, 0],
    ['fewer left than were kept', { booked: 5, neededBooked: 0 }, 1, 1, 0],
    ['nobody in need', { reservedFor: '' }, 0, 6, 6],
    ['on the release', { releaseAt: now }, 0, 6, 6],
    ['a moment before the release', { releaseAt: '2026-03-05T01:00:00.001Z' }, 2, 6, 4],
    ['no release', { releaseAt: null }, 2, 6, 4],
  ])('%s', (_what, given, kept, forNeeded, forOthers) => {
    expect(keptPlaces(slot(given), now)).toBe(kept);
    expect(freePlaces(slot(given), oNegative, now)).toBe(forNeeded);
    expect(freePlaces(slot(given), aPositive, now)).toBe(forOthers);
    expect(freePlaces(slot(given), null, now)).toBe(forOthers);
  });

  it('tells O negative from O positive and AB negative', () => {
    const abNegative = slot({ reservedFor: ',AB-,' });
    expect(freePlaces(abNegative, { abo: 'B', rhd: 'negative' }, now)).toBe(4);
    expect(freePlaces(abNegative, { abo: 'AB', rhd: 'negative' }, now)).toBe(6);
    expect(freePlaces(slot(), { abo: 'O', rhd: 'positive' }, now)).toBe(4);
  });
});

describe('walk-in places', () => {
  it.each<[what: string, given: Partial<Places>, free: number]>([
    ['their own', { booked: 6, walkInCapacity: 2 }, 2],
    ['and the unbooked ones', { booked: 4, walkInCapacity: 2 }, 4],
    ['less those taken', { booked: 4, walkInCapacity: 2, walkInTaken: 3 }, 1],
    ['none', { booked: 6, walkInCapacity: 1, walkInTaken: 1 }, 0],
  ])('%s', (_what, given, free) => {
    expect(freeWalkIns(slot(given))).toBe(free);
  });
});
