import { type CareFacts, decideCareNotice } from './care-notice';

const good: CareFacts = {
  state: 'admitted',
  isCovered: true,
  decided: 'none',
  saidInHospital: true,
  wasLeftOut: false,
  hours: 1,
};

describe('the notice of a stay', () => {
  it.each<[string, Partial<CareFacts>, string]>([
    ['is given to who is covered and agreed in the hospital', {}, 'give'],
    ['is given to who agreed in the app alone', { decided: 'granted', saidInHospital: false }, 'give'],
    ['is not given to who refused in the app, whatever was said in the hospital', { decided: 'refused' }, 'not_agreed'],
    ['is not given to who said nothing anywhere', { saidInHospital: false }, 'not_agreed'],
    ['is not given before the admission is known', { state: 'unknown' }, 'not_admitted'],
    ['is not given after a discharge or a death', { state: 'discharged' }, 'not_admitted'],
    ['is not given for a stay that never was', { state: 'cancelled' }, 'not_admitted'],
    ['is not given in a ward that is left out', { wasLeftOut: true }, 'left_out'],
    ['is given 72 hours after the admission', { hours: 72 }, 'give'],
    ['is not given later than that', { hours: 72.1 }, 'too_late'],
    ['is not given to who is neither donor nor covered relative', { isCovered: false }, 'not_covered'],
  ])('%s', (_case, change, decision) => expect(decideCareNotice({ ...good, ...change })).toBe(decision));
});
