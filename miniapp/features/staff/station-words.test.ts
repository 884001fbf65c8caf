import { desksToChoose, sayStages } from './station-words';

describe('the desks to choose from', () => {
  it('leave out rest, where nobody is called, and offer one desk for everything', () => {
    const names = desksToChoose({
      desks: [
        { name: '登记台', stages: ['register'] },
        { name: '休息区', stages: ['rest'] },
      ],
    }).map(({ name, stages }) => [name, sayStages(stages)]);
    expect(names).toEqual([
      ['登记台', '登记'],
      ['1 号窗口', '全部环节'],
    ]);
  });

  it('offer no second desk for everything where the site has one', () => {
    const desks = [
      { name: '车上', stages: ['register' as const, 'interview' as const, 'test' as const, 'draw' as const] },
    ];
    expect(desksToChoose({ desks }).map(({ name }) => name)).toEqual(['车上']);
  });
});
