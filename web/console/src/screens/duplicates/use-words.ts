import { useTranslations } from 'use-intl';
import { useFields } from '../../fields/use-fields.ts';
import { inOrder, type MatchKind, type Reason, reasonName } from './likeness.ts';

/** Why two may be one, in words: what speaks for it, then what speaks against it. */
export function useReasonWords(kind: MatchKind) {
  const t = useTranslations('duplicates');
  const fields = useFields(kind);
  const wordOf = ({ field, agreement }: Reason) => {
    const name = reasonName(kind, field);
    if (name) return t(`reasons.${agreement}.${name}`);
    const label = fields.find((one) => one.name === field)?.label ?? field.replace('custom.', '');
    return t(`ownReasons.${agreement}`, { field: label });
  };
  return (reasons: readonly Reason[]) =>
    inOrder(reasons).map((reason) => ({
      field: reason.field,
      isAgainst: reason.agreement === 'different',
      word: wordOf(reason),
    }));
}
