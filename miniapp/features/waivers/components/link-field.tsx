import { listLinkedRelatives } from '@contract/waiver-evidence';
import { useQuery } from '@miniapp/platform/use-query';
import { ChoiceField } from '@miniapp/ui/field-choice';
import { sayLink } from '../linked';
import { sayDonor } from '../relations';
import { type DraftForm } from '../use-claim-form';

const other = 'other';

/** Relatives proved before, to be chosen instead of typed; nothing where there are none or they cannot be asked for now. */
export function LinkField({ form: { draft, change } }: { readonly form: DraftForm }) {
  const relatives = useQuery(listLinkedRelatives, {});
  const items = relatives.kind === 'ready' ? relatives.value.items : [];
  if (items.length === 0) return null;
  return (
    <ChoiceField
      id="linked-relative"
      label="哪位亲属"
      choices={[
        ...items.map(link => ({
          value: link.linkId,
          label: `${link.donorMaskedName}（${sayDonor(link.relation)}）`,
          note: sayLink(link),
        })),
        { value: other, label: '另一位亲属', note: '填写姓名和证件号码' },
      ]}
      value={draft.link?.linkId ?? other}
      onChange={linkId => {
        const link = items.find(item => item.linkId === linkId) ?? null;
        change({ link, kin: null });
      }}
    />
  );
}
