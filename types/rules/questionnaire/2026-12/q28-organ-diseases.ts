import type { QuestionPage } from '../model';

export const organDiseases: QuestionPage = {
  id: 'q28',
  window: '任何时候',
  text: '您有没有肺和气管、心脏和血管、肠胃、肾和尿路的慢性病？比如哮喘、心脏病、高血压、低血压、胃溃疡常发、肾炎。',
  expected: 'no',
  change: 'stable',
  onBad: { kind: 'doctor', text: '请告诉体检医生，由医生决定。' },
  followUps: [
    {
      id: 'what',
      kind: 'choice',
      text: '是哪一类？',
      choices: [
        {
          value: 'breathing',
          label: '肺和气管：慢性支气管炎、支气管扩张、哮喘、肺气肿等',
          means: {
            kind: 'stop',
            ruleId: 'P-01',
            text: '按健康检查要求，有这种情况不能献血，谢谢您如实填写。拿不准的，请打电话问血站的医生。',
          },
        },
        {
          value: 'heart',
          label: '心脏和血管：心脏病、高血压、低血压、动脉硬化、血栓性静脉炎等',
          means: {
            kind: 'stop',
            ruleId: 'P-02',
            text: '按健康检查要求，有这种情况不能献血，谢谢您如实填写。拿不准的，请打电话问血站的医生。',
          },
        },
        {
          value: 'stomach',
          label: '肠胃：慢性肠胃炎、溃疡活动或常发、慢性胰腺炎、溃疡性结肠炎等',
          means: {
            kind: 'stop',
            ruleId: 'P-03',
            text: '按健康检查要求，有这种情况不能献血，谢谢您如实填写。拿不准的，请打电话问血站的医生。',
          },
        },
        {
          value: 'kidney',
          label: '肾和尿路：肾炎、慢性肾盂肾炎、肾病综合征、肾功能不全等',
          means: {
            kind: 'stop',
            ruleId: 'P-04',
            text: '按健康检查要求，有这种情况不能献血，谢谢您如实填写。拿不准的，请打电话问血站的医生。',
          },
        },
        {
          value: 'several',
          label: '不止一样',
          means: { kind: 'doctor', text: '不止一样的，请告诉体检医生，由医生决定。' },
        },
      ],
    },
  ],
  source: 'GB 18467-2011 6.1.1–6.1.4 不能献血',
};
