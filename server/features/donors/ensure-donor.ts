import type { Abo, Rhd } from '@rules/vocabulary';
import type { Tx } from '@server/platform/tx';
import { newCertificateNumber } from './certificate-number';
import { Donor } from './donor.entity';

interface DonorDetails {
  readonly abo?: Abo | null;
  readonly rhd?: Rhd | null;
  /** Station of the donation that this comes from. */
  readonly stationId?: string | null;
}

/** Only what the station now says and the row does not have yet: the newest group and station win. */
async function refresh(tx: Tx, donor: Donor, details: DonorDetails): Promise<Donor> {
  const news = {
    ...(details.abo && details.abo !== donor.abo ? { abo: details.abo } : {}),
    ...(details.rhd && details.rhd !== donor.rhd ? { rhd: details.rhd } : {}),
    ...(details.stationId && details.stationId !== donor.homeStationId ? { homeStationId: details.stationId } : {}),
  };
  if (Object.keys(news).length > 0) await tx.em.update(Donor, { personId: donor.personId }, news);
  return { ...donor, ...news };
}

/** The donor record of a person, made with a certificate number of its own at the first donation. */
export async function ensureDonor(tx: Tx, personId: string, details: DonorDetails): Promise<Donor> {
  const existing = await tx.em.findOneBy(Donor, { personId });
  if (existing) return refresh(tx, existing, details);
  for (;;) {
    // Ignoring a clash leaves the transaction alive: a twin has made the donor, or (once in a million) the number is taken.
    await tx.em
      .createQueryBuilder()
      .insert()
      .into(Donor)
      .values({
        personId,
        certificateNumber: newCertificateNumber(),
        abo: details.abo ?? null,
        rhd: details.rhd ?? null,
        homeStationId: details.stationId ?? null,
        createdAt: tx.now,
      })
      .orIgnore()
      .execute();
    const made = await tx.em.findOneBy(Donor, { personId });
    if (made) return made;
  }
}
