import * as places from '@contract/privilege-places';
import * as reports from '@contract/place-reports';
import { route, type Route } from '@server/platform/route/route';
import { findManagedPlace, findManagedPlaces, findPlace, findPlaces } from './find-places';
import { importPlaces } from './import-places';
import { answerReport, findMyReport, findReports, reportPlace } from './report-place';
import { closePlace, savePlace } from './save-place';

export const placeRoutes: readonly Route[] = [
  route(places.listPrivilegePlaces, { may: 'privilege:places', audit: 'privilege.places' }, (request, input) =>
    request.read(tx => findPlaces(tx, input)),
  ),
  route(places.getPrivilegePlace, { may: 'privilege:places', audit: 'privilege.place' }, (request, { placeId }) =>
    request.read(tx => findPlace(tx, placeId)),
  ),
  route(places.listManagedPlaces, { may: 'gate:manage', audit: 'place.list' }, (request, input) =>
    request.read(tx => findManagedPlaces(tx, input)),
  ),
  route(places.getManagedPlace, { may: 'gate:manage', audit: 'place.read' }, (request, input) =>
    request.read(tx => findManagedPlace(tx, input)),
  ),
  route(places.savePrivilegePlace, { may: 'gate:manage', audit: 'place.save' }, (request, input) =>
    request.transaction(tx => savePlace(tx, input)),
  ),
  route(places.closePrivilegePlace, { may: 'gate:manage', audit: 'place.close' }, (request, input) =>
    request.transaction(tx => closePlace(tx, input)),
  ),
  route(places.importPrivilegePlaces, { may: 'gate:manage', audit: 'place.import' }, (request, input) =>
    request.transaction(tx => importPlaces(tx, input)),
  ),
  route(reports.reportPrivilegePlace, { may: 'privilege:report', audit: 'place.report' }, (request, input) =>
    request.transaction(tx => reportPlace(tx, input)),
  ),
  route(reports.getMyPlaceReport, { may: 'privilege:report', audit: 'place.my-report' }, (request, input) =>
    request.read(tx => findMyReport(tx, input)),
  ),
  route(reports.listPlaceReports, { may: 'gate:manage', audit: 'place.reports' }, (request, input) =>
    request.read(tx => findReports(tx, input)),
  ),
  route(reports.answerPlaceReport, { may: 'gate:manage', audit: 'place.answer' }, (request, input) =>
    request.transaction(tx => answerReport(tx, input)),
  ),
];
