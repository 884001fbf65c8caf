import type { UserConfigExport } from '@tarojs/cli';

/** 浙里办 runs the build itself and serves the folder `build` from an address that only the platform knows. */
export const zheliban: UserConfigExport<'webpack5'> = {
  outputRoot: 'build',
  h5: {
    publicPath: './',
    htmlPluginOption: {
      bridge: process.env.ZWJS_BRIDGE ?? 'https://assets.zjzwfw.gov.cn/assets/ZWJSBridge/1.1.0/zwjsbridge.js',
    },
  },
};
