import { listPreferredSites, preferSite } from '@contract/profile';
import { asHelpedByStaff } from '@server/testing/builders/assistance';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asCitizen } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import type { Site } from './site.entity';

let test: TestApp;
let sites: Site[];
beforeAll(async () => {
  test = await startTestApp();
  const station = await aStation(test);
  sites = [];
  for (let n = 0; n < 4; n++) sites.push(await aSite(test, station));
});
afterAll(() => test.close());

const idOf = (n: number) => sites[n]?.id ?? '';
const prefer = (as: string, n: number, preferred = true) =>
  test.call(preferSite, { siteId: idOf(n), preferred }, { as });
const listOf = async (as: string) => (await test.get(listPreferredSites, {}, { as })).items.map(({ siteId }) => siteId);

describe('preferred sites', () => {
  it('are kept in the order of choosing, each once, for this person alone', async () => {
    const [mine, other] = [await asCitizen(test), await asCitizen(test)];
    for (const n of [1, 0, 1]) {
      await prefer(mine.token, n);
      test.clock.advance(1);
    }
    expect(await listOf(mine.token)).toEqual([idOf(1), idOf(0)]);
    expect((await test.get(listPreferredSites, {}, { as: mine.token })).items[0]).toMatchObject({
      name: sites[1]?.name,
      city: sites[1]?.city,
    });
    expect(await listOf(other.token)).toEqual([]);
    await prefer(mine.token, 1, false);
    await prefer(mine.token, 1, false);
    expect(await listOf(mine.token)).toEqual([idOf(0)]);
  });

  it('are three at the most, also when two phones choose at the same moment', async () => {
    const person = await asCitizen(test);
    const phone = await asCitizen(test, person);
    await prefer(person.token, 0);
    await prefer(person.token, 1);
    const answers = await Promise.all([prefer(person.token, 2), prefer(phone.token, 3)]);
    expect(answers.map(answer => (answer.ok ? 'done' : answer.code)).sort()).toEqual(['TOO_MANY_SITES', 'done']);
    expect(await listOf(person.token)).toHaveLength(3);
  });

  it('are sites that exist', async () => {
    const { token } = await asCitizen(test);
    const nowhere = { siteId: '00000000-0000-4000-8000-000000000000', preferred: true };
    expect(await test.call(preferSite, nowhere, { as: token })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are chosen at the counter for a donor without a phone', async () => {
    const { token } = await asHelpedByStaff(test);
    expect((await prefer(token, 2)).ok).toBe(true);
    expect(await listOf(token)).toEqual([idOf(2)]);
  });
});
