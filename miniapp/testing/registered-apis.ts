import fs from 'node:fs';
import path from 'node:path';
import { type MgopApi } from '../../scripts/mgop-manifest';

const file = path.resolve(__dirname, '../../docs/integration/mgop-manifest.json');

/** What has been handed in to 浙里办 for registration. */
export const registeredApis = JSON.parse(fs.readFileSync(file, 'utf8')) as readonly MgopApi[];
