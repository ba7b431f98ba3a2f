import { Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Field } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { fieldsQuery } from '../../../api/workspace.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { Sortable } from '../parts/sortable.tsx';
import { RowName } from '../parts/table.tsx';
import { customKinds, orderBetween } from './field-values.ts';
import classes from './fields.module.css';

type Props = { fields: Field[]; onOpen: (field: Field) => void };

/** The fields of each kind in their order, and those in the archive. */
export function FieldsList({ fields, onOpen }: Props) {
  const t = useTranslations('settings.fields');
  const kinds = useTranslations('kinds.many');
  const archived = fields.filter((field) => field.archived);
  const ordered = (of: Field['of']) =>
    fields
      .filter((field) => field.of === of && !field.archived)
      .sort((one, other) => one.order - other.order);
  return (
    <>
      {customKinds.map((kind) => {
        const its = ordered(kind);
        return its.length > 0 && <KindFields key={kind} name={kinds(kind)} fields={its} onOpen={onOpen} />;
      })}
      {archived.length > 0 && (
        <section className={classes.kind}>
          <Title order={2}>{t('archive')}</Title>
          <ul className={classes.plain}>
            {archived.map((field) => (
              <li key={field.id}>
                <FieldRow field={field} handle={<span />} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Puts a field between two others, at once on the page. */
function useReorder() {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: ({ id, order }: { id: string; order: number }) =>
      api().patchField({ path: { fieldId: id }, body: { order } }),
    onMutate: ({ id, order }) =>
      client.setQueryData(fieldsQuery.queryKey, (all) =>
        all?.map((field) => (field.id === id ? { ...field, order } : field)),
      ),
    onError: toast.failed,
    onSettled: () => client.invalidateQueries({ queryKey: fieldsQuery.queryKey }),
  });
}

function KindFields({ name, fields, onOpen }: { name: string } & Props) {
  const may = useMay();
  const reorder = useReorder();
  const put = (items: Field[], at: number) => {
    const item = items[at];
    if (!item) return;
    reorder.mutate({ id: item.id, order: orderBetween(items[at - 1]?.order, items[at + 1]?.order) });
  };
  return (
    <section className={classes.kind}>
      <Title order={2}>{name}</Title>
      <Sortable
        label={name}
        items={fields}
        keyOf={({ id }) => id}
        nameOf={({ label }) => label}
        onChange={put}
        row={(field, handle) => (
          <FieldRow field={field} handle={may('fields:write') ? handle : <span />} onOpen={onOpen} />
        )}
      />
    </section>
  );
}

type RowProps = { field: Field; handle: ReactNode; onOpen: (field: Field) => void };
function FieldRow({ field, handle, onOpen }: RowProps) {
  const t = useTranslations('settings.fields');
  const kinds = useTranslations('kinds.many');
  const { label, key, type, required, unique, archived, of } = field;
  const says = [required && t('isRequired'), unique && t('isUnique'), archived && kinds(of)];
  return (
    <div className={classes.row}>
      {handle}
      <RowName onOpen={() => onOpen(field)} below={key}>
        {label}
      </RowName>
      <span>{t(`types.${type}`)}</span>
      <span className={classes.says}>{says.filter(Boolean).join(', ')}</span>
    </div>
  );
}
