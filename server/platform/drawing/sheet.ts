/** A drawing in points that becomes a PDF page and a picture alike, so that both say the same. */
export interface Sheet {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

export type Item = Box | Words | Photo | Squares | Shape;

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
  readonly bold?: boolean;
}

/** An outline in the path language of SVG, which PDF draws too. */
interface Shape {
  readonly kind: 'shape';
  readonly path: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  /** 0 to 1. */
  readonly opacity?: number;
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
