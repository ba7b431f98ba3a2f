import { Select } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { RapportError, type Workspace } from '../../../../../client/src/index.ts';
import { type FieldType, isCustom } from '../../../fields/field-def.ts';
import { useFields } from '../../../fields/use-fields.ts';
import { Section } from '../mail/section.tsx';

export type ReportFields = Record<keyof Workspace['reportFields'], string | null>;
const kinds = ['deal', 'contact'] as const;
type Kind = (typeof kinds)[number];

export const reportFieldsOf = ({ reportFields: { deal, contact } }: Workspace): ReportFields => ({
  deal: deal ?? null,
  contact: contact ?? null,
});

type Props = {
  value: ReportFields;
  onChange: (value: ReportFields) => void;
  error: unknown;
  isReadOnly: boolean;
};
const splittable: readonly FieldType[] = ['choice', 'boolean', 'text'];
const prefix = 'custom.';

function Choice({ kind, value, onChange, error, isReadOnly }: Props & { kind: Kind }) {
  const t = useTranslations('settings.workspace');
  const chosen = value[kind];
  const fields = useFields(kind).filter((field) => isCustom(field) && splittable.includes(field.type));
  const choices = fields
    .map(({ name, label, isReadOnly: isOver }) => ({ value: name.slice(prefix.length), label, isOver }))
    .filter((one) => !one.isOver || one.value === chosen);
  const isKnown = chosen === null || choices.some((one) => one.value === chosen);
  const none = { value: '', label: t('reportFields.none') };
  const faults = error instanceof RapportError ? error.errors : [];
  return (
    <Select
      label={t(`reportFields.${kind}`)}
      searchable
      allowDeselect={false}
      data={[none, ...choices, ...(isKnown ? [] : [{ value: chosen, label: chosen }])]}
      value={chosen ?? ''}
      onChange={(key) => onChange({ ...value, [kind]: key || null })}
      error={faults.find(({ pointer }) => pointer === `/reportFields/${kind}`)?.detail}
      disabled={isReadOnly}
      maw={420}
    />
  );
}

/** The custom field of each kind by which reports can be split. */
export function ReportFieldsChoice(props: Props) {
  const t = useTranslations('settings.workspace');
  return (
    <Section title={t('reportFields.title')} about={t('reportFields.why')}>
      {kinds.map((kind) => (
        <Choice key={kind} kind={kind} {...props} />
      ))}
    </Section>
  );
}
