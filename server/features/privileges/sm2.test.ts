import { toBase64url } from '@privilege-code/base64url';
import { fromHex } from '@privilege-code/hex';
import { generateSm2, sm2Signer, verifySm2 } from './sm2';

/** GB/T 32918.5-2017, appendix A.2: message, public point and signature. */
const message = new TextEncoder().encode('message digest');
const point = {
  x: toBase64url(fromHex('09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020')),
  y: toBase64url(fromHex('ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13')),
};
const signature = fromHex(
  'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
    'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
);

describe('the second suite', () => {
  it('verifies the sample of GB/T 32918.5 and refuses it with a changed bit', () => {
    expect(verifySm2(point, message, signature)).toBe(true);
    expect(
      verifySm2(
        point,
        message,
        signature.map((byte, n) => (n === 63 ? byte ^ 1 : byte)),
      ),
    ).toBe(false);
  });

  it('verifies what it signs, and nothing for another key', async () => {
    const { privateHex, ...own } = generateSm2();
    const signed = await sm2Signer(privateHex)(message);
    expect(verifySm2(own, message, signed)).toBe(true);
    expect(verifySm2(point, message, signed)).toBe(false);
  });
});
