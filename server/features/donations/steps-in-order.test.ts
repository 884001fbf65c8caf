import { NeedsTurn, StepsInOrder } from './steps-in-order';

interface Turn {
  before: Promise<unknown>;
  alone: boolean;
}

const later = () => new Promise(resolve => setImmediate(resolve));

describe('steps in order', () => {
  const commits: number[] = [];
  beforeEach(() => void (commits.length = 0));
  const numbers = Array.from({ length: 12 }, (_, n) => n);
  const drive = async (run: (n: number, turn: Turn) => Promise<void>, patience?: number) => {
    const steps = new StepsInOrder<number>({ atOnce: 3, isAlone: n => n === 7, run, patience });
    for (const n of numbers) await steps.add(n);
    await steps.end();
  };

  it('are worked on three at a time and committed in their order, except those that must be alone', async () => {
    let [open, most] = [0, 0];
    await drive(async (n, { before, alone }) => {
      most = Math.max(most, ++open);
      if (n === 7) expect([alone, open]).toEqual([true, 1]);
      // Later steps are faster.
      for (let wait = n % 3; wait < 3; wait++) await later();
      await before;
      commits.push(n);
      open--;
    });
    expect(commits).toEqual(numbers);
    expect(most).toBe(3);
  });

  it('run again alone when one needs its turn, and none is done twice', async () => {
    await drive(async (n, { before, alone }) => {
      await later();
      if (n === 4 && !alone) throw new NeedsTurn();
      await before;
      commits.push(n);
    });
    expect(commits).toEqual(numbers);
  });

  it('give way when the oldest waits for what a later one holds', async () => {
    const locks = new Map<string, () => void>();
    let free: Promise<void> = Promise.resolve();
    await drive(async (n, { before, alone }) => {
      if (n === 3 && !alone) await free;
      if (n === 4 && !alone) free = new Promise(resolve => locks.set('row', resolve));
      try {
        await before;
        commits.push(n);
      } finally {
        // The end of the transaction, either way, gives the lock back.
        if (n === 4) locks.get('row')?.();
      }
    }, 20);
    expect(commits).toEqual(numbers);
  });

  it('come to an end after an error although one waits for what a later one holds', async () => {
    let giveBack = (): void => undefined;
    const held = new Promise<void>(resolve => (giveBack = resolve));
    const run = async (n: number, { before }: Turn): Promise<void> => {
      if (n === 0) throw new Error('power cut');
      if (n === 1) await held;
      try {
        await before;
      } finally {
        if (n === 2) giveBack();
      }
    };
    const steps = new StepsInOrder<number>({ atOnce: 3, isAlone: () => false, run, patience: 20 });
    for (const n of [0, 1, 2]) await steps.add(n);
    await expect(steps.end()).rejects.toThrow('power cut');
    await steps.settle();
  });

  it('end with the first error, after which nothing is committed', async () => {
    const broken = drive(async (n, { before }) => {
      await before;
      if (n === 5) throw new Error('disk full');
      commits.push(n);
    });
    await expect(broken).rejects.toThrow('disk full');
    expect(commits).toEqual([0, 1, 2, 3, 4]);
  });
});
