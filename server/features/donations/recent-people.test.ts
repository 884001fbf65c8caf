import { RecentPeople } from './recent-people';

const person = (n: number) => ({
  id: `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  name: `测试·𠮷${n}`,
  sex: n % 2 === 0 ? 'male' : 'female',
  birthDate: '1990-02-28',
});

describe('people met lately', () => {
  it('are given back as they were, rare characters included', () => {
    const recent = new RecentPeople(10);
    for (const n of [1, 2]) recent.add(`index-${n}`, person(n));
    expect([recent.get('index-1'), recent.get('index-2')]).toEqual([person(1), person(2)]);
    expect(recent.get('index-3')).toBeUndefined();
  });

  it('are forgotten when nobody asks for them, and kept when somebody does', () => {
    const recent = new RecentPeople(10);
    recent.add('regular', person(0));
    recent.add('once', person(0));
    for (let n = 1; n <= 40; n++) {
      recent.add(`index-${n}`, person(n));
      expect(recent.get('regular')).toEqual(person(0));
    }
    expect(recent.get('once')).toBeUndefined();
    expect(recent.get('index-40')).toEqual(person(40));
  });
});
