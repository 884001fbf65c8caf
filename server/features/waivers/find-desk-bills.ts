import type { Input, Output } from '@contract/endpoint';
import type { findDeskBills as contract } from '@contract/hospital-desk';
import { normalizeDocumentNumber } from '@rules/identifiers';
import { SourceUnavailable } from '@server/adapters/data-sharing/port';
import type { MedicalBill } from '@server/adapters/finance/port';
import { getOrganization } from '@server/features/organizations';
import { organizationOf } from '@server/platform/actor';
import { Refusal } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import type { Tx } from '@server/platform/tx';
import { WaiverClaim } from './waiver-claim.entity';

type Asked = Input<typeof contract>['by'];

async function ask(
  request: RequestScope,
  asked: Asked,
  hospital: { code: string; name: string },
): Promise<MedicalBill[]> {
  const { finance } = request.app.adapters;
  try {
    if (asked.what === 'bill') {
      const { result } = await finance.verifyBill(asked.elements, { name: hospital.name, code: hospital.code });
      return result.valid ? [result.bill] : [];
    }
    const { patient, admittedOn, dischargedOn } = asked;
    const docNumber = normalizeDocumentNumber(patient.document.docType, patient.document.docNumber);
    const about = { patient: { name: patient.name, docNumber }, hospitalCode: hospital.code };
    return (await finance.findBills({ ...about, admittedOn, dischargedOn })).bills;
  } catch (error) {
    if (error instanceof SourceUnavailable) throw new Refusal('REGISTER_UNAVAILABLE', 'unavailable');
    throw error;
  }
}

/** Code and number of the bill; counted on when earlier settlements of it were taken back. */
async function freeReference(tx: Tx, hospitalId: string, bill: MedicalBill): Promise<string> {
  const base = `${bill.code}-${bill.number}`;
  for (let n = 1; ; n += 1) {
    const hospitalReference = n === 1 ? base : `${base}-${n}`;
    if (!(await tx.em.existsBy(WaiverClaim, { hospitalId, hospitalReference }))) return hospitalReference;
  }
}

/** What a hospital's desk may see are its own bills; one of another hospital is no bill to it. */
export async function findDeskBills(
  request: RequestScope,
  { by }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  if (by.what === 'stay' && by.dischargedOn < by.admittedOn) throw new Refusal('DATES_REVERSED', 'bad_input');
  const hospital = await request.read(tx => getOrganization(tx, organizationOf(tx.actor)));
  const bills = (await ask(request, by, hospital)).filter(({ hospitalCode }) => hospitalCode === hospital.code);
  // A transaction although nothing changes: who looked a patient's bills up stands in the audit.
  return request.transaction(async tx => {
    tx.subject(hospital.id);
    const items = [];
    for (const bill of bills) {
      const { code, number, issuedOn, admittedOn, dischargedOn, patient, status, totalFen, items: lines } = bill;
      const reference = await freeReference(tx, hospital.id, bill);
      items.push({ code, number, issuedOn, admittedOn, dischargedOn, patient, status, totalFen, lines, reference });
    }
    return { items };
  });
}
