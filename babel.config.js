/** Only the Taro builds read this; tests and the server are compiled by swc and esbuild. */
module.exports = {
  presets: [
    ['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false, targets: { ios: '12', chrome: '64' } }],
  ],
};
