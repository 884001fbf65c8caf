import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { alipay } from './alipay';
import { dev } from './dev';
import { h5 } from './h5';
import { prod } from './prod';
import { subPackages } from './sub-packages';
import { weapp } from './weapp';
import { zheliban } from './zheliban';

const root = path.resolve(__dirname, '..');
const hosts = { weapp, alipay, h5, zheliban };
const name = process.env.HOST ?? process.env.TARO_ENV ?? 'h5';
if (!(name in hosts)) throw new Error(`HOST must be one of ${Object.keys(hosts).join(', ')}, not ${name}`);

/** Taroify is drawn at 750, our own styles at 375, so that 1 px in our scss is 1 dp. */
const designWidth = (input?: unknown): number => {
  const file = typeof input === 'object' && input !== null && 'file' in input ? String(input.file) : '';
  return file.includes('@taroify') ? 750 : 375;
};

/**
 * Plain px on every host: type and targets keep their dp on a 360 wide phone, where rpx and rem would shrink them.
 * The plug-in knows this unit, Taro's type does not.
 */
const plainPx: object = { targetUnit: 'px' };
const pxtransform = { enable: true, config: { ...plainPx, designWidth } };

// Written for newer engines than the oldest phones' web views; the contracts bring zod into every bundle.
const isZod = (file: string) => /node_modules[\\/]zod[\\/]/.test(file);

const source = (folder: string) => path.join(root, folder);

const base: UserConfigExport<'webpack5'> = {
  projectName: 'zhejiang-blood-donor-service',
  date: '2026-11-22',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  sourceRoot: 'miniapp',
  outputRoot: `dist/${name}`,
  designWidth,
  deviceRatio: { 375: 2, 750: 1 },
  plugins: [source('config/spoken-plugin.js')],
  env: {
    HOST: JSON.stringify(name),
    API_BASE: JSON.stringify(process.env.API_BASE ?? ''),
    MGOP_HOST: JSON.stringify(process.env.MGOP_HOST ?? ''),
    MGOP_APP_KEY: JSON.stringify(process.env.MGOP_APP_KEY ?? ''),
    MGOP_PREFIX: JSON.stringify(process.env.MGOP_PREFIX ?? ''),
    ZHELIBAN_SERVICE_CODE: JSON.stringify(process.env.ZHELIBAN_SERVICE_CODE ?? ''),
  },
  defineConstants: { SUB_PACKAGES: JSON.stringify(subPackages(source('miniapp/features'))) },
  alias: {
    '@contract': source('types/contract'),
    '@rules': source('types/rules'),
    '@privilege-code': source('types/privilege-code'),
    '@miniapp': source('miniapp'),
  },
  mini: {
    enableSourceMap: false,
    optimizeMainPackage: { enable: true },
    // Classes of ui/ never override each other, so their order is free.
    miniCssExtractPluginOption: { ignoreOrder: true },
    compile: { include: [source('types'), isZod] },
    postcss: { pxtransform, cssModules: { enable: false } },
  },
  h5: {
    enableSourceMap: false,
    staticDirectory: 'static',
    esnextModules: ['@taroify'],
    router: { mode: 'hash' },
    compile: { include: [source('types'), isZod] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    // Taro cuts pages apart without looking at what they share: each would bring its own kit and contracts.
    webpackChain(chain) {
      chain.optimization.splitChunks({
        minSize: 0,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          shared: { name: 'shared', chunks: 'async', minChunks: 2 },
        },
      });
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform, autoprefixer: { enable: true }, cssModules: { enable: false } },
  },
};

export default defineConfig<'webpack5'>(merge =>
  merge({}, base, hosts[name as keyof typeof hosts], process.env.NODE_ENV === 'development' ? dev : prod),
);
