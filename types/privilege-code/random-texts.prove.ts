import fc from 'fast-check';
import { decodeBase45, encodeBase45 } from './base45';
import { aLiveCode, aPhone, aTestIssuer, contextOf, NOW } from './testing';
import { verifyCode } from './verify';

/** `npm run prove -- random-texts` shows a million of them; `npm test` ten thousand. */
const shown = 10_000 * Number(process.env.ROUNDS ?? 1);

describe('a gate that is shown anything', () => {
  it('refuses ten thousand random texts and never throws', async () => {
    const issuer = await aTestIssuer();
    const [live, device] = [await aLiveCode(issuer), await (await aPhone(issuer)).show(NOW)];
    // A code with a byte changed, lost or doubled reaches further than any random one.
    const spoilt = fc
      .tuple(fc.constantFrom(live, device), fc.nat(226), fc.integer({ min: 1, max: 255 }), fc.nat(2))
      .map(([code, place, mask, how]) => {
        const bytes = decodeBase45(code.slice(4));
        const at = place % bytes.length;
        const changed = how === 0 ? [(bytes[at] ?? 0) ^ mask] : how === 1 ? [] : [mask, mask];
        return encodeBase45(Uint8Array.from([...bytes.subarray(0, at), ...changed, ...bytes.subarray(at + 1)]));
      });
    const body = fc.oneof(
      fc.string({ maxLength: 410 }),
      fc.uint8Array({ maxLength: 260 }).map(encodeBase45),
      fc.constant(live).map(text => text.slice(4, 100)),
      spoilt,
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('BD1:', 'BD2:', 'BD3:', ''), body, async (prefix, rest) => {
        expect((await verifyCode(prefix + rest, contextOf(issuer))).valid).toBe(false);
      }),
      { numRuns: shown },
    );
  });
});
