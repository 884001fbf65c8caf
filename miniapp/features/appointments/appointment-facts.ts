import { toChinaDate } from '@rules/calendar';
import { sayDate, sayTime } from '@miniapp/platform/chinese-date';
import { type Fact } from '@miniapp/ui/facts';
import { type Appointment } from './appointment';
import { typeNames } from './words';

/** What, when and where, for pages that show an appointment once more. */
export const appointmentFacts = ({ type, startsAt, site }: Appointment): readonly Fact[] => [
  { label: '献什么', value: typeNames[type] },
  { label: '日期', value: sayDate(toChinaDate(startsAt)) },
  { label: '时间', value: sayTime(startsAt) },
  { label: '地点', value: site.name },
  { label: '地址', value: site.address },
];
