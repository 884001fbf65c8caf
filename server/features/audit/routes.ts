import { listAuditLines } from '@contract/operations';
import { route } from '@server/platform/route/route';
import { findAuditLines } from './find-audit-lines';

export const routes = [
  route(listAuditLines, { may: 'audit:read', audit: 'audit.read' }, (request, input) =>
    request.read(tx => findAuditLines(tx, input)),
  ),
];
