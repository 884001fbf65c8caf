const words: Readonly<Record<string, string>> = {
  red_cells: '红细胞：从献血者的全血里分离出来，低温保存',
  plasma: '血浆：分离后冰冻保存，经过病毒灭活',
  platelets: '血小板：由献血者专门捐献，只能保存几天',
  cryoprecipitate: '冷沉淀：从血浆里提取，用于止血',
  whole_blood: '全血：采集、检验后直接使用',
  unclear: '还不能确定是不是用血费用，由工作人员核对，没有算在合计里',
  by_reviewer: '经工作人员核对，算作用血费用',
};

/** What stands behind a line of a bill. */
export const sayProduct = (product: string): string => words[product] ?? '血液的采集、检验、分离和储存';
