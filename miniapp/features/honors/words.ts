import { getGrowth, getGrowthPicture, makeGrowthPicture } from '@contract/growth';
import {
  admitToHonor,
  applyForHonor,
  decideHonor,
  findHonors,
  getAwards,
  getHonorApplication,
  getMyHonor,
  listHonorApplications,
  openHonorFile,
  reissueHonor,
  revokeHonor,
  verifyHonor,
} from '@contract/honors';
import { type PhotoProblem } from '@rules/honor-photo';
import { wordsFor } from '@miniapp/platform/words';

const photoProblems: Readonly<Record<PhotoProblem, string>> = {
  wrong_type: '照片需要是 JPG 或 PNG 格式，请换一张。',
  damaged: '照片没有读出来，请重新拍一张。',
  too_large: '照片太大了，请重新拍一张，或者选清晰度低一些的。',
  too_small: '照片太小，看不清，请换一张大一些的。',
  wrong_shape: '照片需要是竖着的证件照，宽和高大约 5 比 7，请裁剪后再选。',
};

const isPhotoProblem = (reason: string): reason is PhotoProblem => reason in photoProblems;

export const sayPhotoProblem = (reason: string): string =>
  isPhotoProblem(reason) ? photoProblems[reason] : '这张照片不能用，请换一张。';

const operations = [
  getGrowth,
  makeGrowthPicture,
  getGrowthPicture,
  getAwards,
  getMyHonor,
  applyForHonor,
  openHonorFile,
  verifyHonor,
  listHonorApplications,
  getHonorApplication,
  decideHonor,
  admitToHonor,
  findHonors,
  revokeHonor,
  reissueHonor,
] as const;

export const say = wordsFor(operations, {
  NOT_ELIGIBLE: ({ count, needed }) =>
    count === undefined
      ? '献血记录有更正，目前没有达到申领条件，不能发证。'
      : `您目前的奖次是 ${String(count)} 次，满 ${String(needed)} 次就可以申领。`,
  ALREADY_APPLIED: '您已经提交过申请，正在审核照片，不用再交一次。',
  PHOTO_UNUSABLE: ({ reason }) => sayPhotoProblem(String(reason)),
  UPLOAD_GONE: '照片没有保存好，请再提交一次。',
  CITY_UNKNOWN: '请选择浙江省内的地区。',
  FILE_NOT_READY: '证件正在生成，请稍等一会儿再打开。',
  STATE_CHANGED: '刚刚已由他人处理，请重新打开。',
  YEAR_MISSING: '请从“每一年”里选一年。',
  NO_DONATIONS: '这一年还没有献血记录。',
  REASON_MISSING: '退回照片时请写明原因，申请人会看到。',
  BAD_CURSOR: '列表已经更新，请重新打开。',
  NOT_FOUND: '没有找到，请核对号码；也可能已经处理。',
});

export const awardNames = { bronze: '铜奖', silver: '银奖', gold: '金奖', lifetime: '终身荣誉奖' } as const;
