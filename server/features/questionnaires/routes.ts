import {
  examineForm as examineContract,
  excludeMyDonation as excludeContract,
  getExclusion as exclusionContract,
  getQuestionnaire,
  listLateInformation,
  listMyForms as listContract,
  listOpenings,
  openLateInformation as openLateContract,
  openMyArchive as archiveContract,
  openMyForm as openContract,
  reportLateInformation as lateContract,
  saveQuestionnaireDraft,
  signExamination as signContract,
  submitQuestionnaire as submitContract,
} from '@contract/questionnaires';
import { route } from '@server/platform/route/route';
import { carryAnswers, mayCarry } from './carry-answers';
import { excludeMyDonation, getExclusion, reportLateInformation } from './exclude-donation';
import { findOpenings } from './find-openings';
import { findLateInformation, openLateInformation } from './late-information';
import { listMyForms } from './list-forms';
import { openMyArchive } from './open-archive';
import { examineForm, openMyForm } from './open-form';
import { readQuestionnaire } from './read-questionnaire';
import { saveDraft } from './save-draft';
import { signExamination } from './sign-examination';
import { submitQuestionnaire } from './submit-questionnaire';

/** One name for all that a donor tells after the donation: neither audit nor log must say which of them kept blood back. */
const afterDonation = {
  may: 'donation:tell-station',
  audit: 'donation.after-care',
  loggedAs: 'afterDonation',
} as const;

export const routes = [
  route(
    getQuestionnaire,
    { may: 'questionnaire:answer', audit: 'questionnaire.read' },
    async (request, { appointmentId }) => {
      if (await request.read(tx => mayCarry(tx, appointmentId)))
        await request.transaction(tx => carryAnswers(tx, appointmentId));
      return request.read(tx => readQuestionnaire(tx, appointmentId));
    },
  ),
  route(
    saveQuestionnaireDraft,
    { may: 'questionnaire:answer', audit: 'questionnaire.save-draft', perMinute: 120 },
    (request, input) => request.transaction(tx => saveDraft(tx, input)),
  ),
  route(
    submitContract,
    { may: 'questionnaire:answer', audit: 'questionnaire.submit', perMinute: 20 },
    (request, input) => request.transaction(tx => submitQuestionnaire(tx, input)),
  ),
  route(listContract, { may: 'questionnaire:read-own', audit: 'questionnaire.list' }, (request, input) =>
    request.read(tx => listMyForms(tx, input)),
  ),
  route(openContract, { may: 'questionnaire:read-own', audit: 'questionnaire.open' }, (request, { appointmentId }) =>
    request.transaction(tx => openMyForm(tx, appointmentId)),
  ),
  route(
    archiveContract,
    { may: 'questionnaire:read-own', audit: 'questionnaire.open-archive', perMinute: 20 },
    (request, { appointmentId }) => request.transaction(tx => openMyArchive(tx, appointmentId)),
  ),
  route(listOpenings, { may: 'questionnaire:read-own', audit: 'questionnaire.list-openings' }, (request, input) =>
    request.read(tx => findOpenings(tx, input)),
  ),
  route(
    examineContract,
    { may: 'questionnaire:examine', audit: 'questionnaire.examine' },
    (request, { appointmentId }) => request.transaction(tx => examineForm(tx, appointmentId)),
  ),
  route(signContract, { may: 'questionnaire:examine', audit: 'questionnaire.sign-examination' }, (request, input) =>
    request.transaction(tx => signExamination(tx, input)),
  ),
  route(exclusionContract, afterDonation, (request, { donationId }) =>
    request.read(tx => getExclusion(tx, donationId)),
  ),
  route(excludeContract, { ...afterDonation, perMinute: 20 }, (request, { donationId }) =>
    request.transaction(tx => excludeMyDonation(tx, donationId)),
  ),
  route(lateContract, { ...afterDonation, perMinute: 20 }, (request, input) =>
    request.transaction(tx => reportLateInformation(tx, input)),
  ),
  route(listLateInformation, { may: 'late-information:read', audit: 'late-information.list' }, (request, input) =>
    request.read(tx => findLateInformation(tx, input)),
  ),
  route(openLateContract, { may: 'late-information:read', audit: 'late-information.open' }, (request, { id }) =>
    request.transaction(tx => openLateInformation(tx, id)),
  ),
];
