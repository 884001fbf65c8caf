const path = require('node:path');
const attributes = require('./spoken-attributes.json');

/**
 * Taro's templates for mini-programs leave out what a screen reader needs. This adds the attributes to the templates,
 * and by spoken-runtime.js to the runtime, because both sides number the attributes of a component alike.
 */
module.exports = context => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (process.env.TARO_ENV === 'h5') return;
      platform.template.mergeComponents(context, attributes);
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'spoken-runtime.js')].flat();
    },
  });
};
