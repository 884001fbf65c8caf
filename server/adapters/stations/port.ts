/** A unit that must not be issued for now. Carries no reason: why a donor asks for it stays with the donor. */
export interface FreezeNotice {
  /** Our id of the notice; the station answers a repeated one with the same outcome. */
  noticeId: string;
  stationCode: string;
  /** ISBT 128 donation number, 13 characters without the check character. */
  din: string;
  /** Instant from which the unit is frozen. */
  at: string;
}

/** The stations' information systems, outbound. Throws `SourceUnavailable`; the outbox repeats. */
export interface Stations {
  notifyFreeze(notice: FreezeNotice): Promise<'frozen' | 'already_issued' | 'unknown_unit'>;
}
