import { getOperationsOverview, listAuditLines } from '@contract/operations';
import { route } from '@server/platform/route/route';
import { findAuditLines } from './find-audit-lines';
import { findOverview } from './find-overview';

export const routes = [
  route(getOperationsOverview, { may: 'operations:read', audit: 'operations.read' }, request =>
    request.read(findOverview),
  ),
  route(listAuditLines, { may: 'audit:read', audit: 'audit.read' }, (request, input) =>
    request.read(tx => findAuditLines(tx, input)),
  ),
];
