import type { UserConfigExport } from '@tarojs/cli';

export const prod: UserConfigExport<'webpack5'> = {
  logger: { quiet: true, stats: false },
};
