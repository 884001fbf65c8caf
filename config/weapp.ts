import type { UserConfigExport } from '@tarojs/cli';

/** A mini-program has no origin of its own, so it needs the whole address of the server. */
export const weapp: UserConfigExport<'webpack5'> = {
  outputRoot: 'dist/weapp',
  env: { API_BASE: JSON.stringify(process.env.API_BASE ?? 'http://localhost:8080') },
};
