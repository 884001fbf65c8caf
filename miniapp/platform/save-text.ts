import { isWeb } from './build';
import { copyText } from './copy-text';

/** Puts a file on the disk of a browser; elsewhere its text on the clipboard. False when neither could be done. */
export async function saveText(fileName: string, content: string, type: string): Promise<boolean> {
  if (!isWeb) return copyText(content);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
  return true;
}
