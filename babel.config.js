/** Only the Taro builds read this; tests and the server are compiled by swc and esbuild. */
module.exports = {
  presets: [
    ['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false, targets: { ios: '12', chrome: '64' } }],
  ],
  plugins: [removePageConfig],
};

/** Taro reads the configuration of a page from its source, and removes the call itself only below a folder `src`. */
function removePageConfig() {
  return {
    visitor: {
      CallExpression(call) {
        if (call.get('callee').isIdentifier({ name: 'definePageConfig' })) call.remove();
      },
    },
  };
}
