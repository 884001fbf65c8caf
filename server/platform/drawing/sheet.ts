/** A drawing in points that becomes a PDF page and a picture alike, so that both say the same. */
export interface Sheet {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

type Item = Box | Words | Photo | Squares;

interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
  readonly fill?: string;
  readonly stroke?: string;
}

/** One line; `y` is the baseline. */
export interface Words {
  readonly kind: 'words';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly text: string;
  readonly align?: 'left' | 'middle' | 'right';
}

interface Photo {
  readonly kind: 'photo';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly contentType: 'image/jpeg' | 'image/png';
  readonly bytes: Buffer;
}

/** The dark squares of a QR code. */
interface Squares {
  readonly kind: 'squares';
  readonly x: number;
  readonly y: number;
  /** Of the whole code. */
  readonly width: number;
  readonly rows: readonly (readonly boolean[])[];
}

export const ink = '#1F2328';
export const quiet = '#5B626B';
export const red = '#B5202F';
export const paper = '#FBF8F3';
