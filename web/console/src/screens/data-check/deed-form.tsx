import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type FieldDef, isEmpty, patchOf } from '../../fields/field-def.ts';
import { FieldInput } from '../../fields/field-input.tsx';
import { useFormats } from '../../parts/format.ts';
import type { CheckName, Deed } from './checks.ts';
import { type Fields, fillable, type Job } from './deeds.ts';
import { useDeedName } from './deeds-bar.tsx';
import type { Finding } from './finding.ts';

type Part = { fields: Fields; findings: readonly Finding[]; onChange: (job: Job | undefined) => void };

/** One value for a field of all. */
function ValueForm({ name, fields, onChange }: Part & { name: string }) {
  const t = useTranslations('dataCheck');
  const { today } = useFormats();
  const [value, setValue] = useState<unknown>();
  const field = fields.get(name);
  if (!field) return null;
  const isPast = field.type === 'date' && typeof value === 'string' && value < today;
  const set = (next: unknown) => {
    const isGood = !isEmpty(next) && !(field.type === 'date' && String(next) < today);
    setValue(next);
    onChange(isGood ? { by: 'patch', patch: patchOf(field, next) } : undefined);
  };
  return (
    <FieldInput
      isFocused
      field={field}
      value={value}
      onChange={set}
      error={isPast ? t('ahead') : undefined}
    />
  );
}

/** One of the fields that are lacking, and its value. */
function FillForm({ fields, findings, onChange }: Part) {
  const t = useTranslations('dataCheck');
  const lacking = fillable(findings, fields);
  const [field, setField] = useState<FieldDef | undefined>(lacking[0]);
  const [value, setValue] = useState<unknown>();
  const set = (of: FieldDef, next: unknown) => {
    setValue(next);
    onChange(isEmpty(next) ? undefined : { by: 'patch', patch: patchOf(of, next), fills: of.name });
  };
  const choose = (name: string | null) => {
    const next = lacking.find((one) => one.name === name);
    setField(next);
    if (next) set(next, next.type === 'boolean' ? false : undefined);
  };
  return (
    <>
      {lacking.length > 1 && (
        <Select
          label={t('field')}
          allowDeselect={false}
          value={field?.name ?? null}
          data={lacking.map(({ name, label }) => ({ value: name, label }))}
          onChange={choose}
        />
      )}
      {field && (
        <FieldInput
          key={field.name}
          isFocused
          field={field}
          value={value}
          onChange={(next) => set(field, next)}
        />
      )}
      <Text size="sm" c="var(--rapport-quiet)">
        {t('askValue')}
      </Text>
    </>
  );
}

const forms: Partial<Record<Deed, (part: Part) => React.ReactNode>> = {
  assign: (part) => <ValueForm {...part} name="ownerId" />,
  date: (part) => <ValueForm {...part} name="expectedCloseOn" />,
  fill: (part) => <FillForm {...part} />,
};
const asks = {
  suggestion: 'askSuggestion',
  assign: 'askPatch',
  date: 'askPatch',
  fill: 'askPatch',
  trash: 'askTrash',
} as const;
const atOnce: Partial<Record<Deed, Job>> = { suggestion: { by: 'suggestion' }, trash: { by: 'trash' } };

type Props = {
  deed: Deed;
  check: CheckName;
  fields: Fields;
  /** Those of the selected that are listed. */
  findings: readonly Finding[];
  count: number;
  isAll: boolean;
  onStart: (job: Job) => void;
  onClose: () => void;
};

/** Asks what is to become of the selected records. */
export function DeedForm({ deed, check, fields, findings, count, isAll, onStart, onClose }: Props) {
  const t = useTranslations('dataCheck');
  const common = useTranslations('common');
  const nameOf = useDeedName(check);
  const [job, setJob] = useState<Job | undefined>(atOnce[deed]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (job) onStart(job);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{t(asks[deed], { count, isAll: isAll ? 'yes' : 'no' })}</Text>
        {forms[deed]?.({ fields, findings, onChange: setJob })}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" disabled={!job} {...(deed === 'trash' && { color: 'red.8' })}>
            {nameOf(deed)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
