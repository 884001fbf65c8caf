import { examineForm, signExamination } from '@contract/questionnaires';
import {
  callVisit,
  checkIn,
  getArrivalCode,
  moveVisit,
  recordDonation,
  recordVitals,
  startDraw,
} from '@contract/visits';
import { dinCheckCharacter } from '@rules/identifiers';
import type { Caller } from './caller';

const signature = {
  strokes: [
    [[100, 100] as [number, number], [400, 120] as [number, number], [380, 300] as [number, number]],
    [[600, 80] as [number, number], [620, 320] as [number, number]],
  ],
};
const vitals = {
  ...{ weightTenths: 585, systolic: 118, diastolic: 76, pulse: 72, temperatureTenths: 364, haemoglobin: 138 },
  ...{ haematocritThousandths: 415, plateletCount: 236, quickAlt: 'normal' as const, quickHbsag: 'negative' as const },
};
const desk = '1号台';

/** A number as it stands on a bag. */
export const bagNumber = (din: string): string => din + dinCheckCharacter(din);

/** A donor who is booked today and has signed the form gives platelets: from the counter through every station to the draw. */
export async function comeToDraw(donor: Caller, nurse: Caller): Promise<{ visitId: string; appointmentId: string }> {
  const { text: code } = await donor.call(getArrivalCode, {});
  const { id: visitId, appointmentId } = await nurse.call(checkIn, { code, sawDocument: true });
  await nurse.call(callVisit, { desk, visitId });
  await nurse.call(examineForm, { appointmentId });
  await nurse.call(signExamination, { appointmentId, signature });
  await nurse.call(moveVisit, { visitId, move: 'finish' });
  await nurse.call(callVisit, { desk, visitId });
  await nurse.call(recordVitals, { visitId, ...vitals });
  await nurse.call(moveVisit, { visitId, move: 'finish' });
  await nurse.call(callVisit, { desk, visitId });
  return { visitId, appointmentId };
}

/** The draw, and the rest after it. */
export async function givePlatelets(nurse: Caller, visitId: string, donationNumber: string): Promise<string> {
  await nurse.call(startDraw, { visitId, donationNumber });
  const { donationId } = await nurse.call(recordDonation, { visitId, donationNumber, unitsTenths: 15 });
  await nurse.call(moveVisit, { visitId, move: 'release' });
  return donationId;
}
