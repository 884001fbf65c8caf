import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { bookAppointment } from '@contract/appointments';
import { listDonations } from '@contract/certificates';
import { listGates } from '@contract/gate-registry';
import { listPrivilegePlaces } from '@contract/privilege-places';
import { listSessions } from '@contract/sessions';
import { listSites, listSlots } from '@contract/sites';
import { checkIn, getArrivalCode } from '@contract/visits';
import { listClaims } from '@contract/waivers';
import { aPhone, openBrowser, type Phone } from './support/browser';
import { aCaller } from './support/caller';
import { pageFaults } from './support/page-faults';
import { journeyStart, type Service, startService } from './support/service';
import { submitForm } from './support/submit-form';

/** Every page there is, by somebody for whom it is made: named, large enough and readable, in standard and in large type. */
let service: Service;
let browser: Browser;
/** What stands in an address below. */
const ids: Record<string, string> = {};
const root = path.resolve(__dirname, '..');
const house = '武林广场爱心献血屋';

const inFeatures = (feature: string, names: string): string[] =>
  names.split(' ').map(name => `features/${feature}/pages/${name}`);
const tabs = (names: string): string[] => names.split(' ').map(name => `pages/${name}/index`);

const shown: readonly (readonly [who: string, width: number, pages: readonly string[]])[] = [
  [
    '还没有绑定身份',
    375,
    [
      ...tabs('home mine'),
      ...inFeatures('account', 'bind bind-number bind-phone account-code sign-in terms sign-in-staff'),
    ],
  ],
  [
    '多次献血',
    375,
    [
      ...tabs('home booking code inbox mine'),
      ...inFeatures('account', 'consents sign-out my-data contact linked leave phone'),
      ...inFeatures('certificates', 'history donation?donationId={donation} share next-dates requests'),
      ...inFeatures('honors', 'growth awards picture volunteer'),
      ...inFeatures('questionnaires', 'my-forms my-form?appointmentId={today} openings exclude?donationId={donation}'),
      ...inFeatures('results', 'results measured how-are-you report?donationId={donation}'),
      ...inFeatures('visits', 'queue'),
      ...inFeatures('certificates', 'request?donationId={donation}'),
      ...inFeatures('notifications', 'topics'),
      ...inFeatures('assist', 'relatives for-whom helped'),
      ...inFeatures('waivers', 'home entitlement consents why-fee cross-new'),
      ...inFeatures('self-check', 'check look-up look-up-item?item=T-21 deferrals'),
    ],
  ],
  [
    '献血满 20 次',
    375,
    [
      ...tabs('home code booking'),
      ...inFeatures('honors', 'honor apply growth awards'),
      ...inFeatures('privileges', 'uses'),
      ...inFeatures('visits', 'arrival'),
      ...inFeatures('privilege-places', 'places place?placeId={place} report?placeId={place}&name=西湖'),
      ...inFeatures(
        'appointments',
        'done?appointmentId={later} calendar?appointmentId={later} move?appointmentId={later}',
      ),
      ...inFeatures('appointments', 'site?siteId={site} times?siteId={site}&type=whole_blood waitlist?siteId={site}'),
      ...inFeatures('appointments', 'waiting group group-count cancel?appointmentId={later}'),
      ...inFeatures('questionnaires', 'questions?appointmentId={later} review?appointmentId={later}'),
      ...inFeatures('questionnaires', 'consent?appointmentId={later} sign?appointmentId={later}'),
    ],
  ],
  ['暂缓献血', 375, [...tabs('home booking'), ...inFeatures('self-check', 'deferrals')]],
  [
    '献血者的亲属',
    375,
    [
      ...tabs('home'),
      ...inFeatures('waivers', 'claims claim?claimId={claim} claim-new home'),
      ...inFeatures('hospital', 'desk-code'),
    ],
  ],
  [
    '献血屋护士',
    375,
    [
      ...tabs('home'),
      ...inFeatures('staff', 'today check-in desks visit?visitId={visit} vitals?visitId={visit} defer?visitId={visit}'),
      ...inFeatures(
        'staff',
        'record-donation?visitId={visit} set-aside?visitId={visit}&type=whole_blood slip?visitId={visit}',
      ),
      ...inFeatures(
        'sessions',
        'week session?sessionId={session} edit?sessionId={session} cancel?sessionId={session} plan',
      ),
      ...inFeatures('sessions', 'closures needs'),
      ...inFeatures('appointments', 'staff-groups staff-group-new'),
      ...inFeatures('questionnaires', 'late-information'),
      ...inFeatures('surveys', 'cases'),
      ...inFeatures('assist', 'counter link-account'),
    ],
  ],
  ['医院出院结算员', 1024, [...tabs('home'), ...inFeatures('hospital', 'settle refund')]],
  ['公园闸机', 1024, inFeatures('gates', 'gate')],
  [
    '减免审核员',
    1280,
    [
      ...inFeatures('staff', 'review'),
      ...inFeatures('honors', 'review registry admit volunteer-record volunteer-find'),
    ],
  ],
  [
    '运营人员',
    1280,
    [
      ...tabs('home'),
      ...inFeatures('staff', 'operations audit suspend'),
      ...inFeatures('surveys', 'scores'),
      ...inFeatures('payouts', 'batches books claim-backs take-back'),
      ...inFeatures('gates', 'registry gate-details?gateId={gate} gate-form?gateId={gate} gate-switch?gateId={gate}'),
      ...inFeatures('gates', 'flagged managed-places managed-place?placeId={place} place-form?placeId={place}'),
      ...inFeatures('gates', 'place-close?placeId={place} place-reports places-import card gate-secret?gateId={gate}'),
    ],
  ],
];

/** Pages that stand at the end of an act: the journey that does it takes their picture, which looks at them likewise. */
const inJourneys: Readonly<Record<string, string>> = {
  ...{ 'appointments/hold': 'booking', 'appointments/confirm': 'booking', 'questionnaires/outcome': 'first-donor' },
  ...{ 'assist/desk': 'repeat-donor', 'assist/slip': 'repeat-donor', 'results/result': 'repeat-donor' },
  ...{ 'surveys/survey': 'repeat-donor', 'surveys/case': 'repeat-donor', 'staff/examine': 'desk' },
  ...{ 'staff/reaction': 'desk', 'visits/screen': 'on-site', 'honors/review-one': 'honors', 'honors/verify': 'honors' },
  ...{
    'certificates/verify': 'main-job',
    'waivers/commitment': 'waivers',
    'waivers/account': 'waivers',
    'payouts/batch': 'waivers',
    'demo/personas': 'main-job',
  },
};

/** Pages at the end of an act that no journey does yet. */
const notYet: readonly string[] = [
  ...['account/unlink', 'waivers/material', 'waivers/appeal', 'staff/review-bill', 'staff/review-claim'],
  ...['payouts/money-returned', 'payouts/difference', 'hospital/reverse', 'privilege-places/my-report'],
];

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
  const [regular, twenty, nurse] = [
    await aCaller(service, 'regular'),
    await aCaller(service, 'twenty'),
    await aCaller(service, 'nurse'),
  ];
  const operator = await aCaller(service, 'operator');
  const site = (await regular.call(listSites, {})).items.find(({ name }) => name === house);
  ids.site = site?.id ?? '';
  const { slots } = await twenty.call(listSlots, { siteId: ids.site, type: 'whole_blood', on: '2026-03-07' });
  ids.later = (await twenty.call(bookAppointment, { slotId: slots[0]?.id ?? '', type: 'whole_blood' })).id;
  const { text: code } = await regular.call(getArrivalCode, {});
  const visit = await nurse.call(checkIn, { code, type: 'whole_blood' });
  [ids.visit, ids.today] = [visit.id, visit.appointmentId];
  await submitForm(regular, visit.appointmentId);
  ids.donation = (await regular.call(listDonations, { limit: '1' })).items[0]?.id ?? '';
  ids.claim = (await (await aCaller(service, 'relative')).call(listClaims, {})).items[0]?.id ?? '';
  ids.session = (await nurse.call(listSessions, { from: '2026-03-07' })).sessions[0]?.id ?? '';
  ids.place = (await twenty.call(listPrivilegePlaces, {})).items[0]?.id ?? '';
  ids.gate = (await operator.call(listGates, {})).items[0]?.gateId ?? '';
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

/** Goes to a page as a link inside the service does, without loading the document again, and waits until it is there. */
async function turnTo({ page }: Phone, address: string): Promise<void> {
  const route = address.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
  await page.evaluate(to => (location.hash = `#/${to}`), route);
  await page.waitForFunction(
    to => {
      const pages = [...document.querySelectorAll('.page')].filter(each => each.checkVisibility());
      const last = pages.at(-1);
      return (
        location.hash.startsWith(`#/${to}`) &&
        last?.closest('.taro_page')?.id.includes(to) &&
        last.querySelector('.ui-page-body')?.textContent &&
        !last.querySelector('.ui-loading')
      );
    },
    route.split('?')[0] ?? '',
  );
}

it('is told what is wrong with it', async () => {
  const { page } = await aPhone(browser, service.baseUrl);
  await page.setContent(`<div class="page" style="background: #fff; font-size: 16px">
    <button style="width: 60px; height: 60px"></button>
    <button style="width: 60px; height: 30px; font-size: 16px">好</button>
    <input placeholder="姓名" style="width: 200px; height: 60px">
    <img src="data:," style="width: 60px; height: 60px">
    <p style="color: #999">灰</p> <p style="font-size: 10px">小</p>
    <p style="position: absolute; left: 370px; white-space: nowrap">出边</p>
    <p style="width: 30px; overflow: hidden; white-space: nowrap">太长的字</p>
    <p>半角,逗号</p> <p>SLOT_FULL</p>
  </div>`);
  const faults = (await pageFaults(page)).join('\n');
  for (const fault of [
    ...['button “” has no name', '“好” is 60 by 30, less than 44', 'input “” has no name', 'is a picture without'],
    ...['“灰” has a contrast of 2.85, less than 4.5', '“小” is written in 10 px', '“出边” goes over the edge'],
    ...['“太长的字” is cut off', '“半角,逗号” has half-width', '“SLOT_FULL” shows what only a program'],
  ])
    expect(faults).toContain(fault);
  expect(faults.split('\n')).toHaveLength(10);
});

it('is looked at here or in a journey', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const all = files.flatMap(
    file => /^(features\/[^/]+\/pages\/[^/]+|pages\/[^/]+\/index)(?=\.tsx$)/.exec(file)?.[0] ?? [],
  );
  const here = new Set(shown.flatMap(([, , pages]) => pages.map(page => page.split('?')[0])));
  const there = new Set([...Object.keys(inJourneys), ...notYet].map(page => page.replace('/', '/pages/')));
  expect(all.filter(page => !here.has(page) && !there.has(page.replace('features/', '')))).toEqual([]);
});

describe.each(shown)('%s', (who, width, pages) => {
  it('finds every control named, large enough and readable', async () => {
    const phone = await aPhone(browser, service.baseUrl, { startAt: journeyStart, width });
    await phone.signInAs(who);
    for (const page of pages) {
      await turnTo(phone, page);
      await phone.inspect();
    }
    expect(phone.errors).toEqual([]);
  });
});
