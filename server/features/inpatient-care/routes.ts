import * as contract from '@contract/hospital-stays';
import { type Route, route } from '@server/platform/route/route';
import { findStay } from './find-stay';
import { reportStay } from './report-stay';

/** The largest hospitals admit a few a minute; a backlog after a night without network is sent at this speed. */
const hospitalPerMinute = 300;

export const routes: readonly Route[] = [
  route(
    contract.reportStay,
    { may: 'stay:report', audit: 'stay.report', perMinute: hospitalPerMinute },
    (request, report) => request.transaction(tx => reportStay(tx, report)),
  ),
  route(contract.getStay, { may: 'stay:report', audit: 'stay.read' }, (request, input) =>
    request.read(tx => findStay(tx, input)),
  ),
];
