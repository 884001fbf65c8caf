import * as contract from '@contract/uploads';
import { type Route, route } from '@server/platform/route/route';
import { finishUpload } from './finish-upload';
import { permitUpload } from './permit-upload';

export const routes: readonly Route[] = [
  route(contract.permitUpload, { may: 'file:upload', audit: 'upload.permit', perMinute: 40 }, (request, input) =>
    request.transaction(tx => permitUpload(tx, input)),
  ),
  route(contract.finishUpload, { may: 'file:upload', audit: 'upload.finish', perMinute: 40 }, finishUpload),
];
