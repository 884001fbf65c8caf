export { dinCheckCharacter, isValidDin, parseDin } from './din';
export {
  birthDateOfIdCard,
  checkDocument,
  isMobile,
  normalizeDocumentNumber,
  sexOfIdCard,
  testIdCard,
} from './documents';
export { maskDocumentNumber, maskName, maskPhone } from './masking';
