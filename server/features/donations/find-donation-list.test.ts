import { getDonationCertificate, listDonationPlaces, listDonations } from '@contract/certificates';
import { parseDin } from '@rules/din';
import { aDonation } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aPerson, type TestPerson } from '@server/testing/builders/people';
import { asCitizen } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

describe('the own donations', () => {
  let test: TestApp;
  let person: TestPerson;
  let as: string;
  const days = ['2021-01-05', '2022-02-05', '2022-02-05', '2023-03-05', '2024-04-05'];
  beforeAll(async () => {
    test = await startTestApp();
    person = await aPerson(test);
    ({ token: as } = await asCitizen(test, person));
    const [hangzhou, ningbo] = [await aStation(test), await aStation(test, { city: '宁波市' })];
    const [here, there] = [await aSite(test, hangzhou), await aSite(test, ningbo)];
    for (const [index, on] of days.entries())
      await aDonation(test, person.personId, { on, site: index === 1 ? there : here, volumeMl: 300 });
    await aDonation(test, (await aPerson(test)).personId, { site: here });
  });
  afterAll(() => test.close());

  it('are listed newest first, page by page, each once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await test.get(listDonations, { limit: '2', cursor }, { as });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ on }) => on));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(days.toReversed());
  });

  it('stand in one list whichever station they were given at', async () => {
    const { items } = await test.get(listDonations, { limit: '10' }, { as });
    expect(new Set(items.map(({ stationName }) => stationName)).size).toBe(2);
    expect(items.map(({ city }) => city)).toEqual(['杭州市', '杭州市', '杭州市', '宁波市', '杭州市']);
  });

  it('show number with check character, amount and place', async () => {
    const { items } = await test.get(listDonations, { city: '宁波市' }, { as });
    expect(items).toMatchObject([{ on: '2022-02-05', volumeMl: 300, unitsTenths: null, city: '宁波市' }]);
    expect(parseDin(items[0]?.donationNumber ?? '')).toBeDefined();
  });

  it('are counted by city, the most visited first', async () => {
    expect(await test.get(listDonationPlaces, {}, { as })).toEqual({
      items: [
        { city: '杭州市', donations: 4, lastOn: '2024-04-05' },
        { city: '宁波市', donations: 1, lastOn: '2022-02-05' },
      ],
    });
  });

  it('have a certificate each, which nobody else finds', async () => {
    const { items } = await test.get(listDonations, {}, { as });
    const donationId = items[0]?.id ?? '';
    expect(await test.get(getDonationCertificate, { donationId }, { as })).toMatchObject({
      donation: items[0],
      holder: { name: person.name },
      bloodGroup: { abo: 'A', rhd: 'positive' },
    });
    const stranger = await asCitizen(test);
    expect(await test.call(getDonationCertificate, { donationId }, { as: stranger.token })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('are refused for a cursor that we did not write', async () => {
    expect(await test.call(listDonations, { cursor: 'nonsense' }, { as })).toMatchObject({ code: 'BAD_CURSOR' });
  });
});
