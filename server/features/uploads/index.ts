import { CreateUploads1763769712000 } from '@server/migrations/20261123-112-create-uploads';
import type { Feature } from '@server/platform/feature';
import { routes } from './routes';
import { sweepUploads } from './sweep-uploads';
import { Upload } from './upload.entity';

export { type TakenFile, takeUpload } from './take-upload';

/** Files that people send straight into the object store, until something refers to them. */
export const uploads: Feature = {
  name: 'uploads',
  entities: [Upload],
  migrations: [CreateUploads1763769712000],
  routes,
  start(app) {
    app.jobs.clean(sweepUploads);
  },
};
