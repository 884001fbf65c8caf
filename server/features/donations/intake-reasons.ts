/** Every reason for which a row is not taken, with the sentence that its sender reads. docs/integration/station.md lists them. */
export const intakeReasons = {
  missing: '必填项为空。',
  too_long: '内容过长。',
  unreadable: '文字无法识别，请检查文件编码（UTF-8 或 GB18030）。',
  columns: '这一行的列数与表头不一致。',
  quotes: '这一行的引号不成对。',
  unknown_station: '采供血机构代码不在系统内。',
  other_station: '这一行属于其他采供血机构，不能由本机构提交。',
  unknown_site: '献血点代码不在系统内。',
  site_of_other_station: '献血点不属于这家采供血机构。',
  number_format: '献血码应为 13 位加 1 位校验字符。',
  check_character: '献血码的校验字符不对。',
  other_facility: '献血码开头的机构号不是这家采供血机构的。',
  unknown_word: '内容不在可选值内。',
  document_format: '证件号码的格式与证件类型不符。',
  document_check_digit: '证件号码的校验位不对。',
  document_date: '证件号码中的出生日期不存在。',
  not_as_document: '与证件号码中的信息不一致。',
  not_a_date: '日期不存在，应为“年-月-日”。',
  under_18: '献血当天未满 18 周岁。',
  not_a_time: '时间不存在，应为“年-月-日 时:分”。',
  in_future: '献血时间晚于现在。',
  volume: '全血献血量应为 200、300 或 400 毫升。',
  units: '血小板治疗量应为 10、15 或 20（即 1、1.5 或 2 个治疗单位）。',
  not_for_this_type: '这种献血类型没有这一项，请留空。',
  repeated_differently: '同一献血码在这份数据中出现多次且内容不同。',
  number_of_other_station: '这个献血码已由其他采供血机构登记。',
  name_differs: '同一证件号码已登记为另一个姓名，请核实。',
  sex_differs: '同一证件号码已登记为另一性别，请核实。',
  birth_date_differs: '同一证件号码已登记为另一个出生日期，请核实。',
} as const;

export type IntakeReason = keyof typeof intakeReasons;

/** Why a row was not taken. `line` counts from 1: lines of the file, or rows of the batch. */
export interface RowProblem {
  readonly line: number;
  readonly field: string;
  readonly reason: IntakeReason;
}
