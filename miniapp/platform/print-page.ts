import { isWeb } from './build';

/** Mini-programs cannot print; there a screenshot has to do. */
export const canPrint = isWeb;

export function printPage(): void {
  if (isWeb) window.print();
}
