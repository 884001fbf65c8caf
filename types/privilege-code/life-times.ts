/** All in seconds. This file imports nothing, so that the phone can use it without the CBOR reader. */
export const LIVE_PREFIX = 'BD1:';
export const DEVICE_PREFIX = 'BD2:';
export const PAPER_PREFIX = 'BD3:';

export const LIVE_LIFE = 60;
export const LIVE_REDRAW = 30;
/** Each way, for the gate's clock. */
export const LIVE_TOLERANCE = 10;
/** From the first moment at which a gate accepts a live code to the last. */
export const LIVE_WINDOW = LIVE_LIFE + 2 * LIVE_TOLERANCE;

/** Form B: the phone signs the time anew this often, and a gate takes one signature of a slot this long. */
export const DEVICE_SLOT = 15;
export const DEVICE_EARLY = 15;
export const DEVICE_LATE = 45;
export const DEVICE_WINDOW = DEVICE_EARLY + DEVICE_LATE;
export const CREDENTIAL_LIFE = 86_400;
/** Between two uses of one donor at one gate or group of gates. */
export const MIN_INTERVAL = 60;

const HOUR = 3600;
export const NTP_MAX_AGE = 24 * HOUR;
export const KEY_SET_AMBER_AGE = 72 * HOUR;
export const KEY_SET_STOP_AGE = 7 * 24 * HOUR;
