import { callVisit, checkIn, getArrivalCode } from '@contract/visits';
import type { Output } from '@contract/endpoint';
import type { IntervalType } from '@rules/interval';
import { dinCheckCharacter } from '@rules/identifiers';
import type { Site } from '@server/features/sites';
import type { TestApp } from '../test-app';
import { aBookedDonor, aSignedInDonor, submitForm, type BookedDonor, type SignedInDonor } from './appointments';
import { aSite, aStation } from './organizations';
import { asStaff } from './sessions';

export interface Ward {
  readonly site: Site;
  /** Access token of the nurse of this site. */
  readonly nurse: string;
}

/** A site of its own with a nurse. */
export async function aWard(test: TestApp, given: Partial<Site> = {}): Promise<Ward> {
  const station = await aStation(test);
  const site = await aSite(test, station, given);
  const { token } = await asStaff(test, 'nurse', { organizationId: station.id, siteId: site.id });
  return { site, nurse: token };
}

type StaffVisit = Output<typeof checkIn>;

/** Shows the code and has it scanned; with a type when there is no booking. */
export async function checkInDonor(
  test: TestApp,
  { nurse }: Ward,
  donor: Pick<SignedInDonor, 'token'>,
  type?: IntervalType,
): Promise<StaffVisit> {
  const { text } = await test.get(getArrivalCode, {}, { as: donor.token });
  return test.get(checkIn, { code: text, type }, { as: nurse });
}

export interface ArrivedDonor extends BookedDonor {
  readonly visit: StaffVisit;
}

/** Booked for 14:00 today, form submitted and clear, checked in. */
export async function aWaitingDonor(
  test: TestApp,
  ward: Ward,
  given: { slot?: BookedDonor['slot']; donor?: SignedInDonor } = {},
): Promise<ArrivedDonor> {
  const donor = await aBookedDonor(test, { site: ward.site, ...given });
  await submitForm(test, donor);
  return { ...donor, visit: await checkInDonor(test, ward, donor) };
}

/** The same, called to 1号台. */
export async function aCalledDonor(
  test: TestApp,
  ward: Ward,
  given: Parameters<typeof aWaitingDonor>[2] = {},
): Promise<ArrivedDonor> {
  const donor = await aWaitingDonor(test, ward, given);
  const visit = await test.get(callVisit, { desk: '1号台', visitId: donor.visit.id }, { as: ward.nurse });
  return { ...donor, visit };
}

/** Came without a booking; no form yet. */
export async function aWalkIn(
  test: TestApp,
  ward: Ward,
  type: IntervalType = 'whole_blood',
): Promise<SignedInDonor & { readonly visit: StaffVisit }> {
  const donor = await aSignedInDonor(test);
  return { ...donor, visit: await checkInDonor(test, ward, donor, type) };
}

let serial = 0;

/** A number as it stands on a bag, with its check character; every call gives another. */
export function aDonationNumber(): string {
  const din = `Z9T0126${String(500_000 + ++serial)}`;
  return din + dinCheckCharacter(din);
}
