import { assessDonor, overrideRule } from '@contract/eligibility';
import { type InputDraft } from '@contract/endpoint';
import { addDays } from '@rules/calendar';
import { useState } from 'react';
import { today } from '@miniapp/platform/chinese-date';
import { useCommand } from '@miniapp/platform/use-command';
import { fieldProblems, wordsFor } from '@miniapp/platform/words';

export const sayAside = wordsFor([assessDonor, overrideRule], {
  NOBODY_FOUND: '没有找到这个人，请对照证件核对号码。',
  UNKNOWN_RULE: '这条规定已经停用，请重新查看。',
  RULE_MANDATORY: '这条是必须遵守的规定，谁也不能放行。',
  RULE_KEPT: '这条只能由血站当面处理，不能在这里放行。',
});

type Doc = InputDraft<typeof assessDonor>['document'];
const shortest = 5;

/** The physician sets one recommended rule aside: the whole document, the written reason, and an end. */
export function useSetAside(type: 'whole_blood' | 'platelets') {
  const assessing = useCommand(assessDonor);
  const setting = useCommand(overrideRule);
  const [document, setDocument] = useState<Doc>({ docType: 'id_card', docNumber: '' });
  const [assessed, setAssessed] = useState<Awaited<ReturnType<typeof assessing.run>>>(null);
  const [ruleId, setRuleId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string>(addDays(today(), 1));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});

  const assess = async () => {
    setRuleId(null);
    setAssessed(await assessing.run({ document, type }));
  };
  const setAside = async () => {
    const found = {
      ...(reason.trim().length < shortest && { reason: `请写明理由，至少 ${shortest} 个字。` }),
      ...(until <= today() && { until: '请选择今天以后的日期。' }),
    };
    setProblems(found);
    if (ruleId === null || Object.keys(found).length > 0) return;
    const answer = await setting.run({ document, ruleId, reason: reason.trim(), until });
    if (answer?.ok) await assess();
    else if (answer) setProblems(fieldProblems(answer.details));
  };
  return {
    ...{ document, setDocument, ruleId, setRuleId, reason, setReason, until, setUntil, problems, assess, setAside },
    donor: assessed?.ok ? assessed.value : null,
    refusal: setting.refusal ?? assessing.refusal,
    busy: assessing.busy || setting.busy,
  };
}
