interface Chapter {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Edition 2026-11, the one that the service_terms consent names. In words that people read to the end. */
export const terms: readonly Chapter[] = [
  {
    title: '这是什么服务',
    lines: [
      '本服务为在浙江献血的人提供电子无偿献血证、预约、到场排队、三免优享码和用血费用减免。',
      '使用本服务不收费。',
    ],
  },
  {
    title: '我们用到哪些信息',
    lines: [
      '姓名和证件号码：用来确认是您本人，加密保存，页面上只显示一部分。',
      '献血记录：由血站提供，用来生成献血证、计算间隔、奖次和减免额度。',
      '健康征询答案：只有您同意后才填写，只给血站判断您能不能献血。',
      '亲属关系和医疗票据：只在您申请用血减免并同意后，向有关部门查询。',
    ],
  },
  {
    title: '谁能看到',
    lines: [
      '献血证默认只有您自己能看到。分享核验时，对方只能看到您选的内容。',
      '血站、医院和审核人员只能看到办理您这件事需要的内容，每次查看都有记录。',
      '我们不把您的信息用于广告，也不出售。',
    ],
  },
  {
    title: '您可以做的',
    lines: [
      '在“我的”里逐项同意或撤回授权，撤回和同意一样方便。',
      '随时退出登录，或在所有设备上退出。',
      '发现记录有错、想更正或删除信息，请拨打 96614 或到血站柜台办理。',
    ],
  },
];
