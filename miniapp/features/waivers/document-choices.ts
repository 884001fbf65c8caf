import { type DocType } from '@rules/vocabulary';
import { type Choice } from '@miniapp/ui/field-choice';

export const documentChoices: readonly Choice<DocType>[] = [
  { value: 'id_card', label: '居民身份证' },
  { value: 'residence_permit', label: '港澳台居民居住证' },
  { value: 'permanent_resident', label: '外国人永久居留身份证' },
  { value: 'hk_macau_permit', label: '港澳居民来往内地通行证' },
  { value: 'taiwan_permit', label: '台湾居民来往大陆通行证' },
  { value: 'passport', label: '护照' },
  { value: 'officer_card', label: '军官证' },
];
