import { getGrowthPicture, makeGrowthPicture } from '@contract/growth';
import type { MemoryStorage } from '@server/testing/memory-storage';
import { readPdf } from '@server/testing/read-pdf';
import { aDonation } from '@server/testing/builders/donations';
import { aDonor } from '@server/testing/builders/people';
import { asCitizen } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { readWord, toWish, wordOf } from './picture-wish';

const poster = { kind: 'poster', name: 'none', days: false } as const;
const record = { kind: 'year', year: 2025, name: 'masked', days: true } as const;

describe('a picture to share', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const keys = () => [...(test.app.adapters.objectStorage as MemoryStorage).objects.keys()];
  const make = (as: string, wish: typeof poster | typeof record) => test.get(makeGrowthPicture, wish, { as });
  const open = (as: string, pictureId: string) => test.get(getGrowthPicture, { pictureId }, { as });
  const file = async (url = '') => Buffer.from(await (await fetch(`${test.baseUrl}${url}`)).arrayBuffer());
  const aGiver = async () => {
    const donor = await aDonor(test);
    for (const on of ['2024-06-05', '2025-01-05']) await aDonation(test, donor.personId, { on });
    return { ...donor, as: (await asCitizen(test, donor)).token };
  };

  it('is answered before it is drawn, drawn once, and says what was picked and no more', async () => {
    const { as, name, document } = await aGiver();
    const { pictureId, state } = await make(as, poster);
    expect(state).toBe('being_made');
    expect(await open(as, pictureId)).toEqual({ state: 'being_made', picture: null, pdf: null });
    expect(keys()).toEqual([]);
    await test.drain();
    expect(await make(as, poster)).toEqual({ pictureId, state: 'ready' });
    const drawn = keys();
    await test.drain();
    expect(keys()).toEqual(drawn);
    const { picture, pdf } = await open(as, pictureId);
    expect((await file(picture?.url)).subarray(1, 4).toString()).toBe('PNG');
    const { text } = readPdf(await file(pdf?.url));
    for (const part of ['次无偿献血', '2', '800', '2024 — 2025', '一位浙江献血者']) expect(text).toContain(part);
    for (const part of [name.slice(0, 2), document.docNumber.slice(-6), '06-05']) expect(text).not.toContain(part);
    // What lies in the store is sealed, under a name that tells nothing.
    expect(drawn.every(key => /^growth-pictures\/[0-9a-f]{64}-0\.(png|pdf)\.sealed$/.test(key))).toBe(true);
  });

  it('is drawn again when a donation comes, and the old one is dropped', async () => {
    const { as, personId, name } = await aGiver();
    const { pictureId } = await make(as, record);
    await test.drain();
    const before = keys();
    const old = (await open(as, pictureId)).pdf?.url;
    expect(readPdf(await file(old)).text).toContain('1月5日');
    await aDonation(test, personId, { on: '2025-09-09' });
    expect(await open(as, pictureId)).toEqual({ state: 'outdated', picture: null, pdf: null });
    await test.drain();
    const { state, pdf } = await open(as, pictureId);
    expect(state).toBe('ready');
    const { text } = readPdf(await file(pdf?.url));
    for (const part of ['2025', '年度献血记录', '9月9日', '全血 400 毫升', '至此累计献血 3 次'])
      expect(text).toContain(part);
    expect(text).not.toContain(name);
    expect(keys().filter(key => !before.includes(key))).toHaveLength(2);
    expect((await fetch(`${test.baseUrl}${old}`)).status).toBe(404);
  });

  it('is of the person in session alone, and of a year with donations', async () => {
    const { as } = await aGiver();
    const { pictureId } = await make(as, poster);
    const { token: other } = await asCitizen(test);
    expect(await test.call(getGrowthPicture, { pictureId }, { as: other })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await test.call(makeGrowthPicture, poster, { as: other })).toMatchObject({ code: 'NO_DONATIONS' });
    const call = (given: object) => test.call(makeGrowthPicture, { ...record, ...given }, { as });
    expect(await call({ year: 2023 })).toMatchObject({ code: 'NO_DONATIONS' });
    expect(await call({ year: undefined })).toMatchObject({ code: 'YEAR_MISSING' });
  });

  it('is one row for two wishes at once, and goes when nobody opens it for two months', async () => {
    const { as } = await aGiver();
    const answers = await Promise.all([make(as, poster), make(as, poster)]);
    expect(new Set(answers.map(({ pictureId }) => pictureId)).size).toBe(1);
    test.clock.advance(61 * 86_400);
    for (const clean of test.app.jobs.cleaners()) await clean(test.app);
    await test.drain();
    expect(keys().filter(key => key.startsWith('growth-pictures/'))).toEqual([]);
  });

  it.each([poster, record, { ...record, name: 'none', days: false }] as const)('keeps the wish %j in a word', wish => {
    expect(readWord(wordOf(toWish(wish)))).toEqual(toWish(wish));
  });
});
