import { connectionOf } from './room-connection';

describe('the screen of the waiting room', () => {
  it('says that it is old when no answer has come for a while, push or not', () => {
    expect([connectionOf(true, 3), connectionOf(false, 12), connectionOf(true, 26), connectionOf(false, 60)]).toEqual([
      'live',
      'polling',
      'lost',
      'lost',
    ]);
  });
});
