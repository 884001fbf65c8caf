import { endpoints } from '@contract/index';
import { mgopName } from '@miniapp/platform/mgop';
import { mgopManifest } from '../../scripts/mgop-manifest';
import { registeredApis as registered } from './registered-apis';

const forPeople = endpoints.filter(({ who, path }) => {
  const isOpen = who.includes('visitor') || who.includes('citizen');
  return isOpen && !path.startsWith('/api/demo/');
});

describe('the list of APIs that are registered with 浙里办', () => {
  it('is the one that the contracts give (npm run docs)', () => {
    expect(registered).toEqual(mgopManifest(endpoints));
  });

  it.each(forPeople.map(({ name, method, path }) => [name, method, path]))(
    'reaches %s by the name that the page calls',
    (name, method, path) => {
      expect(registered.filter(({ api }) => api === mgopName(name))).toMatchObject([{ method, path }]);
    },
  );

  it('gives nobody but people and visitors a way in', () => {
    const names = new Set(forPeople.map(({ name }) => mgopName(name)));
    expect(registered.filter(({ api }) => !names.has(api))).toEqual([]);
  });

  it('takes names of the form that 浙里办 gives out', () => {
    for (const { api } of registered) expect(api).toMatch(/^mgop\.[a-z]+\.[a-z]+\.[a-zA-Z]+$/);
  });
});
