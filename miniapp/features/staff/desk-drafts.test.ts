import { problemsOfDesks, toDrafts, unserved } from './desk-drafts';

const all = ['register', 'interview', 'test', 'draw'] as const;

describe('the desks of a site', () => {
  it('are those at which somebody is called: resting is no desk', () => {
    expect(toDrafts({ desks: [{ name: '1 号窗口', stages: ['draw', 'rest'] }] })).toEqual([
      { name: '1 号窗口', stages: ['draw'] },
    ]);
  });

  it('have a name of their own and something to do', () => {
    expect(
      problemsOfDesks([
        { name: '登记台', stages: ['register'] },
        { name: ' 登记台 ', stages: [] },
        { name: '', stages: ['draw'] },
      ]),
    ).toEqual({
      'desks.1.name': '有两个窗口叫这个名字，请改一个。',
      'desks.1.stages': '请至少勾选一个环节。',
      'desks.2.name': '请填写窗口的名字。',
    });
  });

  it.each([
    ['nothing when one does everything', [all], []],
    ['the stages at which nobody calls', [['register'], ['draw']], ['interview', 'test']],
  ] as const)('leave open %s', (_case, desks, open) => {
    expect(unserved(desks.map((stages, at) => ({ name: `${at}`, stages })))).toEqual(open);
  });
});
