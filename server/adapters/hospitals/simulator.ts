import { yuanOf } from '../data-sharing/money';
import { type SimulatorReply, type SimulatorServer, jsonReply, startSimulatorServer } from '../simulator-server';
import { openEnvelope, sealEnvelope, toBase64 } from './boss-soft';
import type { HospitalBill } from './port';

export interface HospitalBillingSimulator extends SimulatorServer {
  down: boolean;
  /** The platform signs with another key, as after a change of keys on one side only. */
  signsWrongly: boolean;
}

const NOISE = '00112233445566778899aabbccddeeff';

/** BossSoft platform of one hospital; `treatments` maps business numbers to bills and may change while it runs. */
export async function simulateHospitalBilling(options: {
  appid: string;
  key: string;
  treatments: Map<string, HospitalBill>;
}): Promise<HospitalBillingSimulator> {
  const { treatments } = options;

  const answer = (method: string, question: object): { result: string; message: string } => {
    const bill =
      method === 'getEBillByBusNo'
        ? treatments.get(String(Reflect.get(question, 'busNo')))
        : [...treatments.values()].find(
            ({ code, number }) =>
              code === Reflect.get(question, 'billBatchCode') && number === Reflect.get(question, 'billNo'),
          );
    if (!bill) return { result: 'E0404', message: toBase64({}) };
    return { result: 'S0000', message: toBase64(method === 'getEBillByBusNo' ? billAnswer(bill) : stateAnswer(bill)) };
  };

  const running = await startSimulatorServer((request): SimulatorReply => {
    if (simulator.down) return { status: 503, body: '' };
    const app = { appid: options.appid, key: simulator.signsWrongly ? 'another' : options.key };
    const reply = (value: unknown): SimulatorReply => jsonReply(sealEnvelope(app, value, NOISE));
    const envelope = JSON.parse(request.body) as { appid?: string; version?: string };
    const question = openEnvelope(options, envelope);
    if (envelope.appid !== options.appid || envelope.version !== '1.0' || typeof question !== 'object' || !question) {
      return reply({ result: 'E0001', message: toBase64('签名错误') });
    }
    const method = request.path.replace('/api/medical/', '');
    return reply(answer(method, question));
  });
  const simulator: HospitalBillingSimulator = Object.assign(running, { down: false, signsWrongly: false });
  return simulator;
}

const billAnswer = (bill: HospitalBill): object => ({
  billBatchCode: bill.code,
  billNo: bill.number,
  random: bill.checkCode,
  createTime: `${bill.issuedOn.replaceAll('-', '')}093000000`,
  listDetail: bill.lines.map((line, index) => ({
    listDetailNo: String(index + 1),
    chargeCode: line.category,
    code: line.code,
    name: line.name,
    amt: yuanOf(line.amountFen),
  })),
});

const stateAnswer = (bill: HospitalBill): object => ({
  state: bill.state === 'reversed' ? '2' : '1',
  isPrtPaper: bill.state === 'exchanged_paper' ? '1' : '0',
});
