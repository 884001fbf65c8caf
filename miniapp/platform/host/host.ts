import { type signIn } from '@contract/identity';
import { type InputDraft } from '@contract/endpoint';
import { type Transport } from '../transport';

export type UiStyle = 'normal' | 'elder';

export interface Place {
  readonly name: string;
  readonly address: string;
  /** Degrees, in the coordinates of Chinese maps (GCJ-02). */
  readonly latitude: number;
  readonly longitude: number;
}

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

export interface CalendarEntry {
  readonly title: string;
  /** UTC instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location: string;
  readonly note: string;
  readonly alarmMinutes: number;
  /** Path of the same entry as an .ics file on our server. */
  readonly link: string;
}

/** Everything that differs between the four places the mini-program runs in. Nothing here throws. */
export interface Host {
  /** What `signIn` takes, or null when this host cannot prove who the person is. */
  signInCode(): Promise<InputDraft<typeof signIn> | null>;
  /** True when the host app has just handed over a person whom it lets nobody ask to sign in again. */
  bringsPerson(): boolean;
  /** What the host app itself is set to; null when it does not say. */
  uiStyle(): Promise<UiStyle | null>;
  /** Text of a QR code, or null when nothing was scanned or the host has no scanner. */
  scan(): Promise<string | null>;
  readonly canScan: boolean;
  keepScreenOn(on: boolean): Promise<void>;
  /** 0 to 1; null gives the screen back to the person's own setting. */
  brightness(level: number | null): Promise<void>;
  /** False when the host has no map to open: show the address instead. */
  openMap(place: Place): Promise<boolean>;
  /** Roughly where the person is; null when they do not say. Ask only when they tapped for it. */
  position(): Promise<Position | null>;
  /** Call it in a tap, WeChat allows nothing else. False when the host has no calendar: show the entry to be copied. */
  addToCalendar(entry: CalendarEntry): Promise<boolean>;
  phoneCall(number: string): Promise<void>;
  setTitle(title: string): void;
  /** The host draws a title bar with a way back, so the page must not draw a second one. */
  readonly drawsTitleBar: boolean;
  readonly transport: Transport;
}
