import type { Output } from '@contract/endpoint';
import type { getCertificate } from '@contract/certificates';
import { maskDocumentNumber, maskName } from '@rules/identifiers';
import { findDonationHistory } from '@server/features/donations';
import { activeDeferrals, findDonor } from '@server/features/donors';
import { findNextDates } from '@server/features/eligibility';
import { findAwardStanding } from '@server/features/honors';
import { getPerson } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';
import { totalsOf } from './find-totals';

async function findDeferral(tx: Tx, personId: string) {
  const [longest] = (await activeDeferrals(tx, personId, tx.today)).sort((a, b) =>
    (b.untilOn ?? '9999').localeCompare(a.untilOn ?? '9999'),
  );
  if (!longest) return null;
  // To a relative a deferral with an end looks like one without: the latter may be a result.
  const until = tx.actor.assistedBy?.kind === 'relative' ? null : longest.untilOn;
  // The reason is health data and stays sealed: the home page says until when, the station says why.
  const text = until === null ? '按照健康检查要求，暂时不能预约献血，请联系血站' : '按照健康检查要求，还需要再等一等';
  return { text, until };
}

/** The electronic donor certificate (电子无偿献血证) of one person. */
export async function findCertificate(tx: Tx, personId: string): Promise<Output<typeof getCertificate>> {
  const person = await getPerson(tx, personId);
  const donor = await findDonor(tx, personId);
  const history = await findDonationHistory(tx, personId);
  const standing = await findAwardStanding(tx, personId);
  const name = tx.app.crypto.open('identity', person.nameSealed);
  return {
    certificateNumber: donor?.certificateNumber ?? null,
    holder: {
      name,
      maskedName: maskName(name),
      sex: person.sex,
      docType: person.docType,
      maskedDocument: maskDocumentNumber(tx.app.crypto.open('identity', person.docNumberSealed)),
    },
    bloodGroup: donor?.abo && donor.rhd ? { abo: donor.abo, rhd: donor.rhd } : null,
    totals: { ...totalsOf(history), awardCountTenths: standing.countTenths },
    level: { award: standing.award, growth: standing.growth, next: standing.next },
    firstDonationOn: history.at(0)?.on ?? null,
    lastDonationOn: history.at(-1)?.on ?? null,
    nextDates: await findNextDates(tx, personId),
    deferral: await findDeferral(tx, personId),
  };
}
