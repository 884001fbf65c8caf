import type { Output } from '@contract/endpoint';
import type { getAwards } from '@contract/honors';
import { awardCount, currentAwardEdition, nextAward, type AwardLine } from '@rules/award';
import { earnedAwards, nationalCycle } from '@rules/award-cycles';
import { sayExact, type ExactNumber } from '@rules/exact-number';
import { provincialStanding, stemCellAwardOn } from '@rules/other-awards';
import { findDonationHistory } from '@server/features/donations';
import { findDonor } from '@server/features/donors';
import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';

type Shown = Output<typeof getAwards>['lines'];

/** Totals are reckoned backwards from the end, so that a first line of which a gold took a part shows what is left of it. */
function shownLines(lines: readonly AwardLine[], exact: ExactNumber): Shown {
  let { parts } = exact;
  const shown = [...lines].reverse().map(({ donationId, on, count, text, ruleId, explanation }) => {
    const total = sayExact({ parts, per: exact.per });
    parts -= count.parts;
    return { donationId, on, count: text, total, ruleId, explanation };
  });
  return shown.reverse();
}

/** Awards whose cycle has ended, what the running one holds, and what comes next; each with the donations it rests on. */
export async function findAwards(tx: Tx): Promise<Output<typeof getAwards>> {
  const personId = personOf(tx.actor);
  const history = await findDonationHistory(tx, personId);
  const edition = currentAwardEdition();
  const count = awardCount(history, edition);
  const awards = earnedAwards(count, tx.today, edition);
  const next = nextAward(count, edition);
  const donor = await findDonor(tx, personId);
  const provincial = provincialStanding(history, { rhd: donor?.rhd ?? undefined }, tx.today);
  const stemCell = stemCellAwardOn(history);
  return {
    edition: count.edition,
    count: count.text,
    lines: shownLines(count.lines, count.exact),
    national: awards
      .filter(({ cycle }) => cycle.to < tx.today)
      .map(({ award, cycle, reachedOn, count: text, exact, lines }) => ({
        award,
        cycle,
        reachedOn,
        count: text,
        lines: shownLines(lines, exact),
      })),
    pending: awards
      .filter(({ cycle }) => cycle.to >= tx.today)
      .map(({ award, cycle, reachedOn, count: text, exact, lines }) => ({
        award,
        cycle,
        reachedOn,
        count: text,
        lines: shownLines(lines, exact),
      })),
    next: { award: next.level, missing: next.missingText, cycleEndsOn: nationalCycle(tx.today, edition).to },
    stemCell: stemCell === undefined ? null : { reachedOn: stemCell },
    provincial: {
      edition: provincial.edition,
      ml: provincial.ml,
      neededMl: provincial.neededMl,
      reachedOn: provincial.reached?.on ?? null,
      cycle: provincial.reached?.cycle ?? null,
      lines: provincial.lines,
    },
    unconfirmed: Object.values(edition.rules)
      .filter(({ confirmed, id }) => !confirmed && id.startsWith('AW-'))
      .map(({ id, name }) => ({ ruleId: id, name })),
  };
}
