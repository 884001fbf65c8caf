/** A later step must roll back, so that the oldest gets the locks that it waits for. */
class GivesWay extends Error {}

/** Thrown by work that may not run beside others: it is done again, alone. */
export class NeedsTurn extends Error {}

interface OpenStep<Step> {
  readonly step: Step;
  readonly done: Promise<void>;
}

interface Rules<Step> {
  /** Steps open at a time. */
  readonly atOnce: number;
  isAlone(step: Step): boolean;
  /** Does the step and commits it after `before`; `alone` says that no other step is open. */
  run(step: Step, turn: { before: Promise<unknown>; alone: boolean }): Promise<void>;
  /** Milliseconds after which a step that does not end is taken to wait for somebody who waits for a later step. */
  readonly patience?: number;
}

/** A promise that rejects when the later steps are asked to give way. */
function wayToGive(): { asked: Promise<never>; ask(): void } {
  let ask = (): void => undefined;
  const asked = new Promise<never>((_resolve, reject) => {
    ask = () => reject(new GivesWay());
  });
  asked.catch(() => undefined);
  return { asked, ask };
}

/** Steps that take turns after one of them had to. */
const turnsAfterTrouble = 32;

/**
 * Works on several steps at a time, each in a transaction of its own, which are committed in their order. A step that waits for
 * its turn holds locks. When another process waits for one of these and holds one that the oldest step needs, no database sees the
 * circle, because part of it is in here: then the later steps give way, and are done again one after the other.
 */
export class StepsInOrder<Step> {
  private open: OpenStep<Step>[] = [];
  private turns = 0;
  private giveWay = wayToGive();

  constructor(private readonly rules: Rules<Step>) {}

  /** Begins the step as soon as there is room for it. */
  async add(step: Step): Promise<void> {
    const alone = this.rules.isAlone(step) || this.turns > 0 || this.rules.atOnce === 1;
    if (this.turns > 0) this.turns--;
    await this.endAllBut(alone ? 0 : this.rules.atOnce - 1);
    this.begin(step, alone);
    if (alone) await this.endAllBut(0);
  }

  async end(): Promise<void> {
    await this.endAllBut(0);
  }

  /** Resolves when nothing is open any more, whether it went well or not; one of the open steps may wait for a later one. */
  async settle(): Promise<void> {
    const timer = this.losePatience();
    await Promise.allSettled(this.open.map(({ done }) => done));
    clearTimeout(timer);
  }

  private begin(step: Step, alone: boolean): void {
    const last = this.open.at(-1)?.done;
    const before = last ? Promise.race([last, this.giveWay.asked]) : Promise.resolve();
    const done = this.rules.run(step, { alone, before });
    // Met where they are awaited: by the step after it, or when the step is ended.
    for (const promise of [before, done]) promise.catch(() => undefined);
    this.open.push({ step, done });
  }

  private async endAllBut(left: number): Promise<void> {
    while (this.open.length > left) await this.endOldest();
  }

  private async endOldest(): Promise<void> {
    const oldest = this.open[0];
    if (!oldest) return;
    const timer = this.losePatience();
    try {
      await oldest.done;
      this.open = this.open.slice(1);
    } catch (error) {
      if (!(error instanceof NeedsTurn || error instanceof GivesWay)) throw error;
      await this.takeTurns();
    } finally {
      clearTimeout(timer);
    }
  }

  private losePatience(): NodeJS.Timeout {
    return setTimeout(() => {
      this.giveWay.ask();
      this.giveWay = wayToGive();
    }, this.rules.patience ?? 2000);
  }

  /** Nothing of the open steps is committed: they, and some that follow, run alone. */
  private async takeTurns(): Promise<void> {
    const again = this.open.map(({ step }) => step);
    await this.settle();
    this.open = [];
    this.turns = turnsAfterTrouble;
    for (const step of again) {
      this.begin(step, true);
      await this.endAllBut(0);
    }
  }
}
