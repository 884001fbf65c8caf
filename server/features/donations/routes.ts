import { getDonationCertificate, listDonationPlaces, listDonations } from '@contract/certificates';
import { intakeDonations } from '@contract/intake';
import { route, type Route } from '@server/platform/route/route';
import { findDonationList, findDonationPlaces, getCertificateOfDonation } from './find-donation-list';
import { takeDelivery } from './take-delivery';

export const donationRoutes: readonly Route[] = [
  route(intakeDonations, { may: 'intake:deliver', audit: 'intake.deliver', perMinute: 60 }, takeDelivery),
  route(listDonations, { may: 'certificate:read-own', audit: 'donation.list' }, (request, input) =>
    request.read(tx => findDonationList(tx, input)),
  ),
  route(listDonationPlaces, { may: 'certificate:read-own', audit: 'donation.places' }, request =>
    request.read(findDonationPlaces),
  ),
  route(getDonationCertificate, { may: 'certificate:read-own', audit: 'donation.certificate' }, (request, input) =>
    request.read(tx => getCertificateOfDonation(tx, input)),
  ),
];
