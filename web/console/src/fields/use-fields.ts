import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocale, useMessages, useTranslations } from 'use-intl';
import type { Field } from '../../../client/src/index.ts';
import type { Kind } from '../api/kinds.ts';
import { fieldsQuery, pipelinesQuery } from '../api/workspace.ts';
import { useMay, useMe } from '../app/me.ts';
import { languageOf } from '../text/languages.ts';
import { type Builtin, builtins, type PartName } from './catalogue.ts';
import { customType } from './custom-types.ts';
import type { FieldDef, FilterDef, Option, ValueDef } from './field-def.ts';
import { operatorsOf } from './operators.ts';

type Held = { hidden: readonly string[]; readonly: readonly string[] };
type Words = {
  nameOf: (name: Builtin['name']) => string;
  partOf: (path: string, field: string) => string;
  options: (values: NonNullable<Builtin['values']>) => Option[];
  locale: string;
};

const isIn = (names: readonly string[], name: string) =>
  names.includes(name) || (name.startsWith('custom.') && names.includes('custom'));
const filter = (path: string, def: ValueDef): FilterDef => {
  const { isRequired: _, help: __, ...shown } = def;
  return { ...shown, path, operators: operatorsOf(def.type) };
};

function builtinField(kind: Kind, builtin: Builtin, held: Held, words: Words): FieldDef {
  const { name, type, values, of, sort, currencyIn, parts, isNotAsked } = builtin;
  const value: ValueDef = {
    label: words.nameOf(name),
    type,
    ...(values && { options: words.options(values) }),
    ...(of && { of }),
    ...(builtin.isRequired && { isRequired: true }),
  };
  const part = ({ path, type: as, values: closed, of: kindOf }: NonNullable<Builtin['parts']>[number]) =>
    filter(path, {
      label: words.partOf(path, value.label),
      type: as,
      ...(closed && { options: words.options(closed) }),
      ...(kindOf && { of: kindOf }),
    });
  return {
    ...value,
    kind,
    name,
    isReadOnly: builtin.isReadOnly ?? isIn(held.readonly, name),
    isHidden: isIn(held.hidden, name),
    isOnlyAsked: builtin.isOnlyAsked ?? false,
    ...(sort && { sort }),
    ...(currencyIn && { currencyIn }),
    filters: isNotAsked ? [] : (parts?.map(part) ?? [filter(name, value)]),
  };
}

function customField(kind: Kind, field: Field, held: Held, words: Words): FieldDef {
  const name = `custom.${field.key}`;
  const said = <T extends { label: string; labels?: Record<string, string> }>({ label, labels }: T) =>
    labels?.[words.locale] ?? labels?.[languageOf(words.locale) ?? ''] ?? label;
  const options = field.options.map((option) => ({
    value: option.value,
    label: said(option),
    archived: option.archived,
  }));
  const value: ValueDef = {
    label: said(field),
    type: customType(field.type),
    ...(options.length > 0 && { options }),
    ...(field.help && { help: field.help }),
    ...(field.required && { isRequired: true }),
  };
  const money: FilterDef[] = [
    filter(`${name}.amountCents`, { label: words.partOf('money.amount', value.label), type: 'amount' }),
    filter(`${name}.currency`, { label: words.partOf('money.currency', value.label), type: 'text' }),
  ];
  return {
    ...value,
    kind,
    name,
    isReadOnly: field.archived || isIn(held.readonly, name),
    isHidden: isIn(held.hidden, name),
    isOnlyAsked: false,
    filters: value.type === 'money' ? money : [filter(name, value)],
  };
}

const plainPaths = ['amountCents', 'currency', 'annualRevenueCents', 'birthday'];
function useWords(): Words {
  const t = useTranslations('fields');
  const { values: closed } = useMessages().fields;
  const locale = useLocale();
  return useMemo(
    () => ({
      locale,
      nameOf: (name) => t(`names.${name}`),
      partOf: (path, field) =>
        plainPaths.includes(path)
          ? t(`names.${path as 'currency'}`)
          : t(`parts.${path.replace('.', '_') as PartName}`, { field, purpose: '' }),
      options: (values) => Object.entries(closed[values]).map(([value, label]) => ({ value, label })),
    }),
    [t, closed, locale],
  );
}

/** The stages and pipelines by their ids: what a deal's are called is the workspace's to say. */
function usePipelineOptions(): Record<string, Option[]> {
  const may = useMay();
  const { data } = useQuery({ ...pipelinesQuery, enabled: may('pipelines:read') });
  return useMemo(() => {
    const stages = (data ?? []).flatMap((pipeline) => pipeline.stages);
    const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
    const byId = new Map(stages.map((stage) => [stage.id, named(stage)]));
    return { stageId: [...byId.values()], pipelineId: (data ?? []).map(named) };
  }, [data]);
}

/** The fields of a kind for who is signed in, in the order of a page, the workspace's own behind the built-in ones. */
export function useFields(kind: Kind): FieldDef[] {
  const may = useMay();
  const words = useWords();
  const held = useMe().fields[kind];
  const pipelines = usePipelineOptions();
  const { data: declared } = useQuery({ ...fieldsQuery, enabled: may('fields:read') });
  return useMemo(() => {
    const own = (declared ?? [])
      .filter((field) => field.of === kind)
      .sort((one, other) => one.order - other.order)
      .map((field) => customField(kind, field, held, words));
    const built = builtins[kind].map((one) => withOptions(builtinField(kind, one, held, words), pipelines));
    const tail = built.findIndex(({ name }) => name === 'externalId');
    return built.toSpliced(tail, 0, ...own);
  }, [kind, words, held, pipelines, declared]);
}

function withOptions(field: FieldDef, byName: Record<string, Option[]>): FieldDef {
  const options = byName[field.name];
  if (!options) return field;
  return { ...field, options, filters: field.filters.map((one) => ({ ...one, options })) };
}
