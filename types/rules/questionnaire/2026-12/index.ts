import type { Questionnaire } from '../model';
import { fitToday } from './q01-fit-today';
import { waitingForATest } from './q02-waiting-for-a-test';
import { riskyWorkAfter } from './q03-risky-work-after';
import { noTestSeeking } from './q04-no-test-seeking';
import { infectiousWithoutSymptoms } from './q05-infectious-without-symptoms';
import { menstruation } from './q06a-menstruation';
import { pregnancy } from './q06b-pregnancy';
import { childbirth } from './q06c-childbirth';
import { miscarriage } from './q06d-miscarriage';
import { inactivatedVaccine } from './q07-inactivated-vaccine';
import { mouthCare } from './q08-mouth-care';
import { aspirin } from './q09-aspirin';
import { feverColdWound } from './q10-fever-cold-wound';
import { toothMinorSurgery } from './q11-tooth-minor-surgery';
import { liveVaccineTwoWeeks } from './q12-live-vaccine-two-weeks';
import { infectiousContact } from './q13-infectious-contact';
import { liveVaccineFourWeeks } from './q14-live-vaccine-four-weeks';
import { unexplainedDiarrhoea } from './q15-unexplained-diarrhoea';
import { transfusion } from './q16-transfusion';
import { tattooNeedleInjury } from './q17-tattoo-needle-injury';
import { operation } from './q18-operation';
import { biteAndSerum } from './q19-bite-and-serum';
import { covid } from './q20-covid';
import { malariaAndFevers } from './q21-malaria-and-fevers';
import { recentIllness } from './q22-recent-illness';
import { bloodborneInfection } from './q23-bloodborne-infection';
import { drugUse } from './q24-drug-use';
import { menWithMen } from './q25-men-with-men';
import { severalPartners } from './q26-several-partners';
import { partnerAtRisk } from './q27-partner-at-risk';
import { organDiseases } from './q28-organ-diseases';
import { bloodHormoneImmuneSkin } from './q29-blood-hormone-immune-skin';
import { allergyNervesMind } from './q30-allergy-nerves-mind';
import { tumour } from './q31-tumour';
import { tuberculosisParasites } from './q32-tuberculosis-parasites';
import { organRemovedEye } from './q33-organ-removed-eye';
import { lookBack } from './q34-look-back';
import { anythingElse } from './q35-anything-else';

/**
 * Questions 1–15 are those of the form of GB 18467-2011; the wording of 16–26 is not at hand, so they are drafted from the lists of
 * what defers, one page for each kind of risk. What no published source names is not asked.
 */
export const questionnaire202612: Questionnaire = {
  version: '2026-12',
  title: '献血者健康情况征询表',
  source: 'GB 18467-2011《献血者健康检查要求》献血者健康情况征询表',
  questions: [
    fitToday,
    waitingForATest,
    riskyWorkAfter,
    noTestSeeking,
    infectiousWithoutSymptoms,
    menstruation,
    pregnancy,
    childbirth,
    miscarriage,
    inactivatedVaccine,
    mouthCare,
    aspirin,
    feverColdWound,
    toothMinorSurgery,
    liveVaccineTwoWeeks,
    infectiousContact,
    liveVaccineFourWeeks,
    unexplainedDiarrhoea,
    transfusion,
    tattooNeedleInjury,
    operation,
    biteAndSerum,
    covid,
    malariaAndFevers,
    recentIllness,
    bloodborneInfection,
    drugUse,
    menWithMen,
    severalPartners,
    partnerAtRisk,
    organDiseases,
    bloodHormoneImmuneSkin,
    allergyNervesMind,
    tumour,
    tuberculosisParasites,
    organRemovedEye,
    lookBack,
    anythingElse,
  ],
  groups: [
    { id: 'today', title: '今天和献血以后' },
    { id: 'week', title: '最近 1 周' },
    { id: 'month', title: '最近 4 周' },
    { id: 'longer', title: '最近几个月到 3 年' },
  ],
};
