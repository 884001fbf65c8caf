import { messagePage } from './message-page';

describe('where a message leads', () => {
  it.each([
    ['pages/booking/index', '/pages/booking/index'],
    ['/pages/home/index', '/pages/home/index'],
    ['features/waivers/pages/claim?claimId=7', '/features/waivers/pages/claim?claimId=7'],
    ['features/waivers/pages/claim/index?claimId=7', '/features/waivers/pages/claim?claimId=7'],
  ])('%s opens %s', (page, path) => expect(messagePage(page)).toBe(path));
});
