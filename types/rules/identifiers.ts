export { dinCheckCharacter, isValidDin, parseDin } from './din';
export type { Din } from './din';
export {
  birthDateOfIdCard,
  checkDocument,
  isMobile,
  normalizeDocumentNumber,
  sexOfIdCard,
  testIdCard,
} from './documents';
export type { DocumentFault } from './documents';
export { maskDocumentNumber, maskName, maskPhone } from './masking';
