import type { QuestionPage } from '../model';

export const bloodHormoneImmuneSkin: QuestionPage = {
  id: 'q29',
  window: '任何时候',
  text: '您有没有血液、内分泌、免疫方面的病，或者全身性的慢性皮肤病？比如白血病、容易出血不止、糖尿病、甲亢、红斑狼疮、全身牛皮癣。',
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
          value: 'blood',
          label: '血液：白血病、淋巴瘤、出凝血疾病、没有治好的贫血等',
          means: {
            kind: 'stop',
            ruleId: 'P-05',
            text: '按健康检查要求，有这种情况不能献血，谢谢您如实填写。拿不准的，请打电话问血站的医生。',
          },
        },
        {
          value: 'hormone',
          label: '内分泌：糖尿病、甲状腺功能疾病、垂体或肾上腺疾病等',
          means: {
            kind: 'stop',
            ruleId: 'P-06',
            text: '按健康检查要求，有这种情况不能献血，谢谢您如实填写。拿不准的，请打电话问血站的医生。',
          },
        },
        {
          value: 'immune',
          label: '免疫：红斑狼疮、皮肌炎、硬皮病、类风湿关节炎等',
          means: {
            kind: 'stop',
            ruleId: 'P-07',
            text: '按健康检查要求，有这种情况不能献血，谢谢您如实填写。拿不准的，请打电话问血站的医生。',
          },
        },
        {
          value: 'skin',
          label: '皮肤：黄癣、大片湿疹、全身牛皮癣等',
          means: {
            kind: 'stop',
            ruleId: 'P-08',
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
  source: 'GB 18467-2011 6.1.5–6.1.8 不能献血',
};
