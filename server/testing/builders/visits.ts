import { examineForm, signExamination } from '@contract/questionnaires';
import { callVisit, checkIn, getArrivalCode, recordVitals } from '@contract/visits';
import type { Output } from '@contract/endpoint';
import type { IntervalType } from '@rules/interval';
import { addDays } from '@rules/calendar';
import { dinCheckCharacter } from '@rules/identifiers';
import { ensurePerson, openSession } from '@server/features/identity';
import type { Site } from '@server/features/sites';
import { Visit } from '@server/features/visits/visit.entity';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import type { TestApp } from '../test-app';
import {
  aBookedDonor,
  aSignature,
  aSignedInDonor,
  submitForm,
  type BookedDonor,
  type SignedInDonor,
} from './appointments';
import { aSite, aStation } from './organizations';
import { testDocNumber } from './people';
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

/** The examiner reads the form and signs it with the donor. */
export async function signWith(
  test: TestApp,
  { nurse }: Ward,
  { appointmentId }: Pick<StaffVisit, 'appointmentId'>,
): Promise<Output<typeof signExamination>> {
  await test.get(examineForm, { appointmentId }, { as: nurse });
  return test.get(signExamination, { appointmentId, signature: aSignature }, { as: nurse });
}

/** Figures within every limit, of both types and sexes. */
export const goodVitals = {
  ...{ weightTenths: 650, systolic: 120, diastolic: 80, pulse: 70, temperatureTenths: 366, haemoglobin: 150 },
  ...{ haematocritThousandths: 420, plateletCount: 250 },
};

/** Signed by the examiner and measured: nothing is in the way of the needle any more. */
export async function examineDonor(test: TestApp, ward: Ward, visit: StaffVisit): Promise<void> {
  await signWith(test, ward, visit);
  await test.get(recordVitals, { visitId: visit.id, ...goodVitals }, { as: ward.nurse });
}

/** The same, examined and called to 1号台. */
export async function aCalledDonor(
  test: TestApp,
  ward: Ward,
  given: Parameters<typeof aWaitingDonor>[2] = {},
): Promise<ArrivedDonor> {
  const donor = await aWaitingDonor(test, ward, given);
  await examineDonor(test, ward, donor.visit);
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

export interface QueuedDonor {
  readonly visitId: string;
  readonly token: string;
}

/** Many donors who wait for the first desk, in the order of the list: rows written at once, without form or appointment. */
export const aHall = (test: TestApp, { site }: Ward, count: number): Promise<QueuedDonor[]> =>
  test.inTransaction(async tx => {
    const donors: QueuedDonor[] = [];
    for (let n = 0; n < count; n++) {
      const birthDate = addDays('1970-01-01', n);
      const docNumber = testDocNumber('male', birthDate);
      const details = { docType: 'id_card', docNumber, name: '测试甲', sex: 'male', birthDate } as const;
      const { id: personId } = await ensurePerson(tx, details);
      const arrivedAt = plusSeconds(tx.now, n - count);
      const visit: Visit = {
        ...{ id: newId(), siteId: site.id, personId, appointmentId: newId(), onDate: tx.today },
        number: `A${String(n + 1).padStart(4, '0')}`,
        ...{ type: 'whole_blood', stage: 'register', state: 'waiting', version: 1, skips: 0 },
        ...{ arrivedAt, stageSince: arrivedAt, bookedFor: null, turnAt: null, calledAt: null, desk: null },
        ...{ restUntil: null, undoUntil: null, endedAt: null, donationId: null, walkInSlotId: null },
        ...{ shownAccountId: null, openKey: personId },
      };
      await tx.em.insert(Visit, { ...visit });
      const { accessToken } = await openSession(tx, { ownerId: newId(), role: 'citizen', personId });
      donors.push({ visitId: visit.id, token: accessToken });
    }
    return donors;
  });

let serial = 0;

/** A number as it stands on a bag, with its check character; every call gives another. */
export function aDonationNumber(): string {
  const din = `Z9T0126${String(500_000 + ++serial)}`;
  return din + dinCheckCharacter(din);
}
