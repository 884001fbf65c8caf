import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { create, toString as draw } from 'qrcode';
import { type Issuer, issueCredential, mintLiveCode } from '@privilege-code/issue';
import { decodeBase45 } from '@privilege-code/base45';
import { sigStructure, parseCoseSign1 } from '@privilege-code/cose-sign1';
import { signDeviceCode } from '@privilege-code/form-b';
import { fromHex } from '@privilege-code/hex';
import type { KeyRecord } from '@privilege-code/key-set';
import { compressPoint } from '@privilege-code/point';
import { verifyCode, type VerifyContext } from '@privilege-code/verify';
import { es256Signer, newCti, nodeCheck } from '@server/features/privileges';
import { type Bench, percentile } from './harness';

const rounds = 7;
const NOW = 1_767_225_600;

interface Step {
  work: (n: number) => unknown;
  times: number;
  /** Calls a second, one value a round. */
  rates: number[];
}

const aPair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { privateKey, publicKey, x, y };
};

const recordOf = (kid: string, use: KeyRecord['use'], { x, y }: { x: string; y: string }): KeyRecord => ({
  ...{ kid, use, alg: 'ES256', curve: 'P-256', x, y, signFrom: 0, signUntil: NOW + 1e6, verifyUntil: NOW + 1e6 },
});

const issuerOf = (kid: string, key: KeyObject): Issuer => ({ kid: fromHex(kid), alg: 'ES256', sign: es256Signer(key) });

/** All steps by turns, so that a slow moment of the machine meets each of them. */
async function measure(steps: Record<string, Step>): Promise<void> {
  for (let round = 0; round <= rounds; round++)
    for (const step of Object.values(steps)) {
      const started = performance.now();
      for (let n = 0; n < step.times; n++) await step.work(n);
      // The first round is for the compiler.
      if (round > 0) step.rates.push((step.times * 1000) / (performance.now() - started));
    }
}

export const bench: Bench = async options => {
  const times = Number(options.get('times') ?? 1500);
  const [live, credential, phone] = [aPair(), aPair(), aPair()];
  const issuer = issuerOf('0001', live.privateKey);
  const mint = () => mintLiveCode(issuer, { exp: NOW + 60, cti: newCti(), scope: 2 });
  const keys = [recordOf('0001', 'live', live), recordOf('0002', 'credential', credential)];
  const context: VerifyContext = {
    ...{ ...nodeCheck, now: NOW, gateScope: 2, staffed: false, isRevoked: () => false },
    keySet: { version: 2, issuedAt: NOW, keys },
  };
  const accept = async (text: string | undefined) => {
    if (!(await verifyCode(text ?? '', context)).valid) throw new Error('a good code was refused');
  };
  const codes = await Promise.all(Array.from({ length: times }, mint));
  const token = await issueCredential(issuerOf('0002', credential.privateKey), {
    ...{ exp: NOW + 3600, cti: newCti(), scope: 2, device: compressPoint(phone) },
  });
  const deviceCodes = await Promise.all(
    Array.from({ length: times }, () => signDeviceCode(token, NOW, es256Signer(phone.privateKey))),
  );
  const messages = codes.map(text => {
    const message = parseCoseSign1(decodeBase45(text.slice(4)));
    return { bytes: sigStructure(message.protectedBytes, message.payload), signature: message.signature };
  });
  const none = { bytes: new Uint8Array(), signature: new Uint8Array() };
  const of = (n: number) => messages[n] ?? none;
  const dsaEncoding = 'ieee-p1363';
  const step = (work: Step['work'], count = times): Step => ({ work, times: count, rates: [] });
  const steps = {
    sign: step(n => sign('sha256', of(n).bytes, { key: live.privateKey, dsaEncoding })),
    mintA: step(mint),
    verify: step(n => verify('sha256', of(n).bytes, { key: live.publicKey, dsaEncoding }, of(n).signature)),
    verifyA: step(n => accept(codes[n])),
    verifyB: step(n => accept(deviceCodes[n]), Math.ceil(times / 4)),
    svg: step(
      n => draw([{ data: codes[n] ?? '', mode: 'alphanumeric' }], { type: 'svg', errorCorrectionLevel: 'M' }),
      Math.ceil(times / 10),
    ),
  };
  await measure(steps);
  const rate = (name: keyof typeof steps): number => percentile(steps[name].rates, 0.5);
  const version = (text = '', level: 'L' | 'M') =>
    `V${create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: level }).version}-${level}`;
  const [mintRatio, verifyRatio] = [rate('mintA') / rate('sign'), rate('verifyA') / rate('verify')];
  const mintIsWorse = mintRatio <= verifyRatio;
  const [device = ''] = deviceCodes;
  return {
    name: 'privilege-code',
    unit: 'codes/s',
    // The worse of the two.
    ours: mintIsWorse ? rate('mintA') : rate('verifyA'),
    limit: mintIsWorse ? rate('sign') : rate('verify'),
    p50: 1000 / rate('verifyA'),
    p99: 1000 / Math.min(...steps.verifyA.rates),
    extra: {
      mintA: `${Math.round(rate('mintA'))} of ${Math.round(rate('sign'))} sign/s`,
      verifyA: `${Math.round(rate('verifyA'))} of ${Math.round(rate('verify'))} verify/s`,
      mintRatio: Number(mintRatio.toPrecision(3)),
      verifyRatio: Number(verifyRatio.toPrecision(3)),
      verifyBPerSecond: Math.round(rate('verifyB')),
      svgPerSecond: Math.round(rate('svg')),
      sizes: `A ${codes[0]?.length} characters ${version(codes[0], 'M')}; B ${device.length} characters ${version(device, 'L')}, ${version(device, 'M')}`,
    },
  };
};
