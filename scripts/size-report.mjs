// Sizes of one build against the limits of the hosts. `node scripts/size-report.mjs HOST FOLDER` prints it again.
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const kib = 1024;
/** Ours; a package above it is reported. */
const ownLimit = 1024 * kib;
/** WeChat's for one package; a package above it fails the build. */
const hostLimit = 2048 * kib;
const pageByPage = 'loaded page by page';

/** Prints the table and answers whether every package fits. */
export async function reportSizes(host, folder) {
  const packages = await sizesOf(folder);
  let fits = true;
  for (const { name, bytes } of packages) {
    // No host limits what a browser loads page by page.
    const limited = name !== pageByPage;
    if (limited && bytes > hostLimit) fits = false;
    const over =
      bytes > hostLimit
        ? 'OVER THE LIMIT OF THE HOST (2048 KiB)'
        : bytes > ownLimit
          ? 'over our own limit (1024 KiB)'
          : '';
    const remark = limited ? over : '';
    console.log(`  ${name.padEnd(30)} ${(bytes / kib).toFixed(1).padStart(8)} KiB  ${remark}`.trimEnd());
  }
  const total = packages.reduce((sum, each) => sum + each.bytes, 0);
  console.log(`  ${`${host} in all`.padEnd(30)} ${(total / kib).toFixed(1).padStart(8)} KiB`);
  return fits;
}

async function sizesOf(folder) {
  const listed = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = listed
    .filter(entry => entry.isFile() && entry.name !== '.inputs')
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const packageOf = await packaging(folder);
  const sizes = new Map();
  for (const file of files) {
    const name = packageOf(file);
    sizes.set(name, (sizes.get(name) ?? 0) + (await stat(path.join(folder, file))).size);
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes }));
}

/** A mini-program is cut into packages; a web build into what it loads first and what each page adds. */
async function packaging(folder) {
  const manifest = path.join(folder, 'app.json');
  if (existsSync(manifest)) {
    const app = JSON.parse(await readFile(manifest, 'utf8'));
    const roots = (app.subPackages ?? app.subpackages ?? []).map(each => each.root.replace(/\/$/, ''));
    return file => roots.find(root => file.startsWith(`${root}/`)) ?? 'main package';
  }
  const page = await readFile(path.join(folder, 'index.html'), 'utf8');
  return file => (file === 'index.html' || page.includes(file) ? 'loaded at the start' : pageByPage);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [host, folder] = process.argv.slice(2);
  process.exitCode = (await reportSizes(host, folder)) ? 0 : 1;
}
