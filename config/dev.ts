import type { UserConfigExport } from '@tarojs/cli';

export const dev: UserConfigExport<'webpack5'> = {
  logger: { quiet: false, stats: false },
};
