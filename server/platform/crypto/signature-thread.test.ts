import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { signBeside, verifyBeside } from './signature-thread';

const pairs = [0, 1].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
const pairOf = (n: number) => {
  const pair = pairs[n % 2];
  if (!pair) throw new Error('no pair');
  return pair;
};
const text = (n: number): Buffer => Buffer.from(`code ${n}`);
const dsaEncoding = 'ieee-p1363';
const signed = (n: number): Buffer => sign('sha256', text(n), { key: pairOf(n).privateKey, dsaEncoding });
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

describe('signatures of one moment', () => {
  it.each([
    ['few, here', 2],
    ['many, by a thread', 60],
  ])('are told apart one by one (%s)', async (_how, count) => {
    const answers = await Promise.all(
      // Every third one stands under another text, as after an edit.
      numbers(count).map(n => verifyBeside(pairOf(n).publicKey, text(n % 3 ? n : n + 1), signed(n))),
    );
    expect(answers).toEqual(numbers(count).map(n => n % 3 !== 0));
  });

  it.each([2, 60])('are made by the key asked for, also between verifications (%i)', async count => {
    const made = await Promise.all(
      numbers(count).map(async n => {
        const [signature, good] = await Promise.all([
          signBeside(pairOf(n).privateKey, text(n)),
          verifyBeside(pairOf(n).publicKey, text(n), signed(n)),
        ]);
        return good && verify('sha256', text(n), { key: pairOf(n).publicKey, dsaEncoding }, signature);
      }),
    );
    expect(made).toEqual(numbers(count).map(() => true));
  });

  it('of no length are false and take nobody along', async () => {
    const answers = await Promise.all(
      numbers(10).map(n => verifyBeside(pairOf(n).publicKey, text(n), n === 3 ? Buffer.alloc(0) : signed(n))),
    );
    expect(answers).toEqual(numbers(10).map(n => n !== 3));
  });

  it('that cannot be made fail alone, and the thread is replaced', async () => {
    const made = await Promise.allSettled(
      numbers(10).map(n => signBeside(n === 3 ? pairOf(n).publicKey : pairOf(n).privateKey, text(n))),
    );
    expect(made.map(({ status }) => status)).toEqual(numbers(10).map(n => (n === 3 ? 'rejected' : 'fulfilled')));
    const again = await Promise.all(numbers(10).map(n => verifyBeside(pairOf(n).publicKey, text(n), signed(n))));
    expect(again).toEqual(numbers(10).map(() => true));
  });
});
