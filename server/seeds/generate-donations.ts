import { dinCheckCharacter } from '@rules/din';
import { donorOf, mostDonors, toDate, toDay } from './generate-donor';
import { historyOf, type SyntheticDonation } from './generate-history';
import { randomOf } from './generate-random';
import { referenceStations } from './reference-data';

export interface GenerateOptions {
  readonly donors: number;
  readonly seed: number;
  /** Last day of the histories. */
  readonly until: string;
  /** Stop after this many donations. */
  readonly atMost?: number;
}

const heading =
  '机构代码,献血码,证件类型,证件号码,姓名,性别,出生日期,ABO血型,RhD血型,献血类型,献血量(ml),治疗单位,献血时间,献血点代码';
const docTypeWord = {
  id_card: '居民身份证',
  hk_macau_permit: '港澳居民来往内地通行证',
  taiwan_permit: '台湾居民来往大陆通行证',
  passport: '护照',
  residence_permit: '港澳台居民居住证',
  permanent_resident: '外国人永久居留身份证',
  officer_card: '军官证',
};
const types = ['whole_blood', 'platelets', 'stem_cells'] as const;
const typeWord = { whole_blood: '全血', platelets: '单采血小板', stem_cells: '造血干细胞' };
const amounts = [0, 10, 15, 20, 200, 300, 400];
const linesPerPiece = 1000;
/** The demonstration people have the serials from 900,000. */
const lastSerial = 899_999;

/** All donations in sixteen bytes each, so that millions can be brought into the order of time. */
class Schedule {
  private donors = new Uint32Array(1024);
  private facts = new Uint32Array(1024);
  /** Minute of the donation, then its place: one number that sorts as a number. */
  private order = new Float64Array(1024);
  length = 0;

  constructor(private readonly firstDay: number) {}

  add(donor: number, { day, minute, type, amount, city, site }: SyntheticDonation): void {
    if (this.length === this.donors.length) this.grow();
    this.donors[this.length] = donor;
    this.facts[this.length] = ((types.indexOf(type) * 8 + amounts.indexOf(amount)) * 32 + city) * 8 + site;
    this.order[this.length] = ((day - this.firstDay) * 1440 + minute) * 2 ** 29 + this.length;
    this.length++;
  }

  *inOrderOfTime(): Generator<{ donor: number; donation: SyntheticDonation }> {
    for (const key of this.order.subarray(0, this.length).sort()) {
      const moment = Math.floor(key / 2 ** 29);
      const at = key - moment * 2 ** 29;
      const facts = this.facts[at] ?? 0;
      const donation: SyntheticDonation = {
        day: Math.floor(moment / 1440) + this.firstDay,
        minute: moment % 1440,
        type: types[facts >> 11] ?? 'whole_blood',
        amount: amounts[(facts >> 8) & 7] ?? 0,
        city: (facts >> 3) & 31,
        site: facts & 7,
      };
      yield { donor: this.donors[at] ?? 0, donation };
    }
  }

  private grow(): void {
    const twice = <Numbers extends Uint32Array | Float64Array>(old: Numbers, made: Numbers): Numbers => {
      made.set(old);
      return made;
    };
    this.donors = twice(this.donors, new Uint32Array(this.length * 2));
    this.facts = twice(this.facts, new Uint32Array(this.length * 2));
    this.order = twice(this.order, new Float64Array(this.length * 2));
  }
}

/** Other options begin at other people and other donation numbers, so that two exports may go into one register. */
function beginning({ donors, seed, until }: GenerateOptions): { donor: number; serial: number } {
  const random = randomOf(seed, donors ^ toDay(until));
  // No station gives more than a fifth as many numbers a year as there are donors.
  const serials = Math.ceil(donors / 5);
  return {
    donor: random.whole(0, Math.max(0, mostDonors - donors)),
    serial: random.whole(1, Math.max(1, lastSerial - serials)),
  };
}

function schedule({ donors, seed, until }: GenerateOptions, first: number): Schedule {
  const untilDay = toDay(until);
  const all = new Schedule(untilDay - 6000);
  for (let index = first; index < first + donors; index++)
    for (const donation of historyOf(seed, index, donorOf(seed, index, untilDay), untilDay)) all.add(index, donation);
  return all;
}

/** Donation numbers of all stations, each counting its own years. */
function numbering(first: number): (city: number, date: string) => string {
  const serials = new Map<string, number>();
  return (city, date) => {
    const prefix = `${referenceStations[city]?.facilityCode ?? ''}${date.slice(2, 4)}`;
    const serial = (serials.get(prefix) ?? first - 1) + 1;
    if (serial > lastSerial)
      throw new RangeError('a station has run out of donation numbers in one year: fewer donors');
    serials.set(prefix, serial);
    const din = `${prefix}${String(serial).padStart(6, '0')}`;
    return din + dinCheckCharacter(din);
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The lines of an export of all stations in order of time, the heading first. The same options give the same lines. */
export async function* generateDonations(options: GenerateOptions): AsyncGenerator<string[]> {
  const untilDay = toDay(options.until);
  const first = beginning(options);
  const nextNumber = numbering(first.serial);
  let piece = [heading];
  let left = options.atMost ?? Number.POSITIVE_INFINITY;
  for (const { donor: index, donation } of schedule(options, first.donor).inOrderOfTime()) {
    if (left-- <= 0) break;
    const donor = donorOf(options.seed, index, untilDay);
    const station = referenceStations[donation.city];
    const date = toDate(donation.day);
    piece.push(
      [
        station?.code,
        nextNumber(donation.city, date),
        docTypeWord[donor.docType],
        donor.docNumber,
        donor.name,
        donor.sex === 'male' ? '男' : '女',
        donor.birthDate,
        donor.abo,
        donor.rhd === 'positive' ? '阳性' : '阴性',
        typeWord[donation.type],
        donation.type === 'whole_blood' ? donation.amount : '',
        donation.type === 'platelets' ? donation.amount / 10 : '',
        `${date} ${two(Math.floor(donation.minute / 60))}:${two(donation.minute % 60)}`,
        station?.sites[donation.site]?.code,
      ].join(','),
    );
    if (piece.length < linesPerPiece) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
