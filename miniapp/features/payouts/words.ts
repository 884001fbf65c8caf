import type * as z from 'zod/mini';
import { closeCase, takeCase } from '@contract/cases';
import {
  claimMoneyBack,
  type differenceKind,
  listBookDifferences,
  listClaimBacks,
  noteBookDifference,
  reconcileDay,
  recordBillRefund,
  recordHospitalPayment,
  recordMoneyReturned,
} from '@contract/payout-checks';
import {
  approvePayoutBatch,
  type batchState,
  countPayable,
  discardPayoutBatch,
  getPayoutBatch,
  importPayoutResults,
  listPayoutBatches,
  listWrongAccounts,
  makePayoutBatch,
  openPayoutFile,
  type rowProblem,
} from '@contract/payouts';
import { wordsFor } from '@miniapp/platform/words';
import { type Tone } from '@miniapp/ui/tag';

export const say = wordsFor(
  [
    countPayable,
    listWrongAccounts,
    makePayoutBatch,
    listPayoutBatches,
    getPayoutBatch,
    approvePayoutBatch,
    discardPayoutBatch,
    openPayoutFile,
    importPayoutResults,
  ],
  {
    NOTHING_TO_PAY: '现在没有可以转账的申请，可能同事刚刚生成了批次。',
    STATE_CHANGED: '同事刚刚动过这个批次，请刷新后再看。',
    SAME_OPERATOR: '生成批次的人不能自己复核，请另一位同事复核。',
    FILE_UNREADABLE: '这不是银行回盘文件，第一行的列名不对。请核对文件。',
    NOT_FOUND: '没有找到这个批次。',
  },
);

export const sayBooks = wordsFor(
  [reconcileDay, listBookDifferences, noteBookDifference, recordHospitalPayment, takeCase, closeCase],
  {
    UNKNOWN_HOSPITAL: '没有找到这家医院，请重新选择。',
    REFERENCE_MISMATCH: '这个付款单号已经登记过另一笔，请核对。',
    STATE_CHANGED: '同事刚刚动过这件事，请刷新后再看。',
    HOLD_DECISION_NEEDED: '请刷新后再办。',
    ANSWER_NEEDED: '请刷新后再办。',
    NOT_FOUND: '这处差异已经没有了。',
  },
);

export const sayBack = wordsFor([listClaimBacks, claimMoneyBack, recordMoneyReturned, recordBillRefund], {
  STATE_CHANGED: '款项在银行，或者同事刚刚登记过。请刷新后再看；款项在银行的，等银行回盘后再办。',
  REFERENCE_MISMATCH: '这个退费单号登记过别的内容，请核对单号。',
  BILL_NOT_CLEAR: '这份申请有几张票据，请填写是哪一张。',
  NOT_FOUND: '没有找到这份申请，请核对编号。',
});

interface Word {
  readonly tone: Tone;
  readonly word: string;
}

export const batchWords: Readonly<Record<z.output<typeof batchState>, Word>> = {
  awaiting_approval: { tone: 'look', word: '等另一人复核' },
  ready: { tone: 'info', word: '可以下载' },
  downloaded: { tone: 'wait', word: '等银行回盘' },
  settled: { tone: 'done', word: '已完成' },
  discarded: { tone: 'stop', word: '已取消' },
};

export const lineWords: Readonly<Record<'waiting' | 'paid' | 'failed' | 'discarded', Word>> = {
  waiting: { tone: 'wait', word: '等银行' },
  paid: { tone: 'done', word: '已转出' },
  failed: { tone: 'look', word: '没有转成' },
  discarded: { tone: 'stop', word: '已取消' },
};

const problemWords: Readonly<Record<z.output<typeof rowProblem>, string>> = {
  unreadable: '这一行不合格式，没有处理',
  unknown_line: '批次里没有这一行，或者申请编号不符，没有处理',
  amount_mismatch: '金额和我们要求的不同，没有处理，请问银行',
  contradiction: '以前已经有另一个结果，没有改动。可能转了两次，请马上问银行',
};

export const sayProblem = (problem: string): string => problemWords[problem as keyof typeof problemWords] ?? problem;

export const differenceWords: Readonly<Record<z.output<typeof differenceKind>, string>> = {
  missing_at_hospital: '医院账里没有这笔',
  missing_here: '我们账里没有这笔',
  amount_differs: '两边金额不同',
  reversed_on_one_side: '只有一边撤销',
  payment_differs: '付款和当天的账不符',
};
