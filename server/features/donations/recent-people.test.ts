import { RecentPeople, type RecentPerson } from './recent-people';

const person = (n: number, lastOn: string | null = null): RecentPerson => ({
  id: `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  name: `测试·𠮷${n}`,
  sex: n % 2 === 0 ? 'male' : 'female',
  birthDate: '1990-02-28',
  donor: n % 3 === 0 ? undefined : { abo: n % 3 === 1 ? 'AB' : null, rhd: 'negative', homeStationId: `s-${n}`, lastOn },
});

/** What is remembered, without where. */
const told = (recent: RecentPeople, index: string): RecentPerson | undefined => {
  const found = recent.get(index);
  return found && { ...found, place: undefined };
};

describe('people met lately', () => {
  it('are given back as they were, rare characters and more than 256 stations included', () => {
    const recent = new RecentPeople(2000);
    const people = Array.from({ length: 600 }, (_, n) => person(n, n % 5 === 0 ? null : '2020-02-29'));
    for (const [n, one] of people.entries()) recent.add(`index-${n}`, one);
    expect(people.map((_one, n) => told(recent, `index-${n}`))).toEqual(people);
    expect(told(recent, 'index-600')).toBeUndefined();
  });

  it('are forgotten when nobody asks for them, and kept when somebody does', () => {
    const recent = new RecentPeople(10);
    recent.add('regular', person(0));
    recent.add('once', person(0));
    for (let n = 1; n <= 40; n++) {
      recent.add(`index-${n}`, person(n));
      expect(told(recent, 'regular')).toEqual(person(0));
    }
    expect(told(recent, 'once')).toBeUndefined();
    expect(told(recent, 'index-40')).toEqual(person(40));
  });

  it('are written where they were found, unless they have moved since', () => {
    const recent = new RecentPeople(20);
    recent.add('one', person(1, '2020-01-01'));
    const found = recent.get('one');
    recent.add('one', { ...person(1, '2021-01-01'), place: found?.place });
    expect(told(recent, 'one')).toEqual(person(1, '2021-01-01'));
    for (const n of [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) recent.add(`index-${n}`, person(n));
    recent.add('one', { ...person(1, '2022-01-01'), place: found?.place });
    expect(told(recent, 'one')).toEqual(person(1, '2022-01-01'));
    expect(told(recent, 'index-11')).toEqual(person(11));
  });

  it('are still known when somebody else has written, but not their group and station', () => {
    const recent = new RecentPeople(10);
    recent.add('one', person(1, '2020-01-01'));
    recent.forgetFacts();
    expect(told(recent, 'one')).toEqual({ ...person(1), donor: undefined });
    recent.add('one', person(1, '2021-01-01'));
    expect(told(recent, 'one')).toEqual(person(1, '2021-01-01'));
  });
});
