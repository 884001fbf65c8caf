/** Why a row of a station was not taken, with the sentence for the people of the station. `docs/integration/station.md` lists them. */
export const resultReasons = {
  missing: '必填项为空。',
  number_format: '献血码应为 13 位加 1 位校验字符。',
  check_character: '献血码的校验字符不对。',
  unknown_donation: '没有这个献血码的献血记录，请先提交献血数据。',
  number_of_other_station: '这个献血码由其他采供血机构登记。',
  not_a_time: '时间不存在，应为“年-月-日 时:分”。',
  not_a_date: '日期不存在，应为“年-月-日”。',
  in_future: '时间晚于现在。',
  before_donation: '时间早于献血时间。',
  older_than_told: '检测时间早于已经提交过的结果，没有采用。',
  unknown_test: '检验项目不在可选值内。',
  not_a_number: '应为数字，最多三位小数。',
  range: '参考范围的下限应小于上限。',
  unknown_marker: '筛查项目不在可选值内。',
  unknown_outcome: '筛查结果应为 non_reactive、reactive 或 repeat。',
  not_complete: '必检的筛查项目不全，请全部完成后再提交。',
  told_twice: '同一个项目出现两次。',
  repeated_differently: '同一献血码在这批数据中出现多次且内容不同。',
} as const;

export type ResultReason = keyof typeof resultReasons;

export interface RefusedRow {
  readonly line: number;
  readonly field: string;
  readonly reason: ResultReason;
}
