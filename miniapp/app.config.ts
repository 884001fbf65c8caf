export default defineAppConfig({
  pages: ['pages/home/index'],
  window: { navigationBarTitleText: '浙江无偿献血' },
});
