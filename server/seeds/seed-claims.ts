import { decideConsent } from '@server/features/consent/decide-consent';
import { purposes } from '@server/features/consent/purposes';
import { findPersonByDocument } from '@server/features/identity';
import { startClaim } from '@server/features/waivers/start-claim';
import type { Tx } from '@server/platform/tx';
import { demoHospital, stayOf } from './demo-registers';
import { people, type PersonaPerson } from './personas';

const docType = 'id_card' as const;

async function claimOf(tx: Tx, patient: PersonaPerson, monthsAgo: number): Promise<void> {
  const person = await findPersonByDocument(tx, docType, patient.docNumber);
  if (!person) throw new Error('people come before their claims');
  const { name, docNumber } = people.regular;
  await startClaim(
    { ...tx, actor: { role: 'citizen', personId: person.id } },
    {
      donor: { who: 'relative', name, document: { docType, docNumber } },
      relation: 'parent',
      hospitalCode: demoHospital,
      ...stayOf(tx.today, monthsAgo),
      lookupConsent: true,
    },
  );
}

/** The regular donor has agreed for good that kinship may be looked up: the relatives' claims wait for nobody. */
async function agree(tx: Tx): Promise<void> {
  const donor = await findPersonByDocument(tx, docType, people.regular.docNumber);
  if (!donor) throw new Error('people come before their consents');
  const { version } = purposes.kinship_lookup;
  const actor = { role: 'citizen' as const, personId: donor.id };
  await decideConsent({ ...tx, actor }, { purpose: 'kinship_lookup', version, granted: true });
}

/** The mother's earlier stay, which the registers prove, and the father's, whose bill needs a reviewer. Jobs check them after the start. */
export async function seedClaims(tx: Tx): Promise<void> {
  await agree(tx);
  await claimOf(tx, people.mother, 2);
  await claimOf(tx, people.father, 1);
}
