/** Root and pages of every feature, found by config/sub-packages.ts when the build starts. */
declare const SUB_PACKAGES: { root: string; pages: string[] }[];

const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `assets/tab/${name}-off.png`,
  selectedIconPath: `assets/tab/${name}-on.png`,
});

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/booking/index', 'pages/code/index', 'pages/inbox/index', 'pages/mine/index'],
  subPackages: SUB_PACKAGES,
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['getFuzzyLocation'],
  permission: { 'scope.userFuzzyLocation': { desc: '用于按距离排列附近的献血点' } },
  // In a browser a page that slides in only delays what the person came for.
  animation: false,
  window: {
    navigationBarTitleText: '浙江无偿献血',
    navigationBarBackgroundColor: '#faf7f2',
    navigationBarTextStyle: 'black',
    backgroundColor: '#faf7f2',
    backgroundTextStyle: 'dark',
    // The web build draws its own title bar, one that a keyboard can reach (ui/page.tsx).
    navigationStyle: process.env.TARO_ENV === 'h5' ? 'custom' : 'default',
  },
  tabBar: {
    color: '#565d66',
    selectedColor: '#b5202f',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      tab('home', '首页'),
      tab('booking', '预约'),
      tab('code', '优享码'),
      tab('inbox', '消息'),
      tab('mine', '我的'),
    ],
  },
});
