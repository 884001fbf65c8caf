import { mod37_2 } from 'cdigit';
import { signMachineRequest } from '@server/platform/machine-signature';
import { readRecords, readText } from '../data-sharing/fields';
import { parseJson, post } from '../data-sharing/http';
import { type Clock, SourceUnavailable } from '../data-sharing/port';
import type { FreezeNotice, Stations } from './port';

const SOURCE = '血站信息系统';
const NOTICE_PATH = '/donor-service/notices';

export interface LiveStationsOptions {
  /** Station code → address of its system and the secret that we share with it. */
  stations: ReadonlyMap<string, { baseUrl: string; secret: string }>;
  /** Our name at the stations. */
  machineId: string;
  clock: Clock;
  nonce: () => string;
  timeoutMs?: number;
}

export class LiveStations implements Stations {
  constructor(private readonly options: LiveStationsOptions) {}

  async notifyFreeze(notice: FreezeNotice): ReturnType<Stations['notifyFreeze']> {
    const station = this.options.stations.get(notice.stationCode);
    if (!station) throw new SourceUnavailable(SOURCE, 'refused', 'unknown station');
    const body = JSON.stringify({
      event: 'unit.freeze',
      noticeId: notice.noticeId,
      // With its check character, so that a mistyped number cannot freeze another unit.
      donationNumber: notice.din + mod37_2.compute(notice.din),
      at: notice.at,
    });
    const headers = signMachineRequest(
      {
        method: 'POST',
        path: new URL(station.baseUrl + NOTICE_PATH).pathname,
        machineId: this.options.machineId,
        seconds: Math.floor(this.options.clock() / 1000),
        nonce: this.options.nonce(),
        body,
      },
      station.secret,
    );
    const answer = await post({
      source: SOURCE,
      url: station.baseUrl + NOTICE_PATH,
      headers: { ...headers, 'content-type': 'application/json;charset=utf-8' },
      body,
      timeoutMs: this.options.timeoutMs ?? 5000,
    });
    if (answer.status === 401) throw new SourceUnavailable(SOURCE, 'signature', '401');
    if (answer.status !== 200) throw new SourceUnavailable(SOURCE, 'refused', String(answer.status));
    const [record = {}] = readRecords(SOURCE, parseJson(SOURCE, answer.bytes.toString('utf8')));
    const outcome = readText(SOURCE, record, 'outcome');
    if (outcome !== 'frozen' && outcome !== 'already_issued' && outcome !== 'unknown_unit') {
      throw new SourceUnavailable(SOURCE, 'malformed', 'outcome');
    }
    return outcome;
  }
}
