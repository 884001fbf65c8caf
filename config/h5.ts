import type { UserConfigExport } from '@tarojs/cli';

export const h5: UserConfigExport<'webpack5'> = {
  outputRoot: 'dist/h5',
  h5: { publicPath: '/' },
};
