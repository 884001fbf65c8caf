import { signOnAddress } from './zheliban-ticket';

jest.mock('../build', () => ({ zhelibanServiceCode: 'BCDSGA_test_access' }));
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }));

const page = 'https://mapi.zjzwfw.gov.cn/web/mgop/gov-open/zj/1/reserved/index.html#/pages/home/index';

describe('where the page fetches its ticket', () => {
  it.each([
    ['the app', 'Mozilla/5.0 dtdreamweb/1.0', 'mobile.do?action=oauth'],
    ['the app inside Alipay', 'Mozilla/5.0 MiniProgram AlipayClient', 'alipay.do?action=ssoLogin'],
  ])('in %s', (_container, agent, action) => {
    const address = signOnAddress(agent, page);
    expect(address).toContain(`https://puser.zjzwfw.gov.cn/sso/${action}&scope=1&servicecode=BCDSGA_test_access&goto=`);
    expect(new URL(address ?? '').searchParams.get('goto')).toBe(page);
  });

  it('is nowhere in a container that only knows the unified sign-on', () => {
    expect(signOnAddress('Mozilla/5.0 MicroMessenger miniProgram', page)).toBeNull();
  });
});
