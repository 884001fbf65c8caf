import fs from 'node:fs';
import path from 'node:path';

/** Every feature with pages is a sub-package, and every file in its `pages` folder a page: nothing to register. */
export function subPackages(features: string): { root: string; pages: string[] }[] {
  if (!fs.existsSync(features)) return [];
  return fs
    .readdirSync(features)
    .filter(feature => fs.existsSync(path.join(features, feature, 'pages')))
    .sort()
    .map(feature => ({
      root: `features/${feature}`,
      pages: fs
        .readdirSync(path.join(features, feature, 'pages'))
        .filter(file => /^[a-z0-9-]+\.tsx$/.test(file))
        .map(file => `pages/${file.replace(/\.tsx$/, '')}`)
        .sort(),
    }))
    .filter(feature => feature.pages.length > 0);
}
