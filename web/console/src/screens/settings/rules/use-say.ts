import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Kind } from '../../../api/kinds.ts';
import { usersQuery } from '../../../api/people.ts';
import { pipelinesQuery } from '../../../api/workspace.ts';
import { useMay } from '../../../app/me.ts';
import type { FieldDef } from '../../../fields/field-def.ts';
import { useFields } from '../../../fields/use-fields.ts';
import { useFormats } from '../../../parts/format.ts';
import { formsQuery, templatesQuery } from '../forms/queries.ts';
import { segmentsQuery } from '../segments/queries.ts';
import { webhooksQuery } from '../webhooks/queries.ts';
import type { RuledKind } from './definition.ts';
import type { Names, Say } from './say.ts';

/** The fields of all kinds that a rule can be about; an activity has none that a condition could ask. */
function useAllFields(): Record<Kind, FieldDef[]> {
  return {
    contact: useFields('contact'),
    company: useFields('company'),
    deal: useFields('deal'),
    task: useFields('task'),
    order: useFields('order'),
    product: useFields('product'),
    ticket: useFields('ticket'),
    promise: useFields('promise'),
  };
}
/** What a rule can name, as far as the reader may see it. */
export function useNamed() {
  const may = useMay();
  const { data: templates = [] } = useQuery({ ...templatesQuery, enabled: may('templates:read') });
  const { data: segments = [] } = useQuery({ ...segmentsQuery, enabled: may('segments:read') });
  const { data: webhooks = [] } = useQuery({ ...webhooksQuery, enabled: may('webhooks:read') });
  const { data: forms = [] } = useQuery({ ...formsQuery, enabled: may('forms:read') });
  const { data: pipelines = [] } = useQuery({ ...pipelinesQuery, enabled: may('pipelines:read') });
  const { data: users = [] } = useQuery({ ...usersQuery, enabled: may('users:read') });
  return { templates, segments, webhooks, forms, pipelines, users };
}
const nameIn =
  (all: readonly { id: string; name: string }[]) =>
  (id: string): string | undefined =>
    all.find((one) => one.id === id)?.name;

function useNames(): Names {
  const { templates, segments, webhooks, forms, pipelines, users } = useNamed();
  const fields = useAllFields();
  const { day } = useFormats();
  const fieldsOf = (kind: RuledKind): FieldDef[] => (kind === 'activity' ? [] : fields[kind]);
  return {
    template: nameIn(templates),
    user: nameIn(users),
    form: nameIn(forms),
    stage: nameIn(pipelines.flatMap(({ stages }) => stages)),
    webhook: (id) => webhooks.find((one) => one.id === id)?.url,
    segment: (id) => segments.find((one) => one.id === id),
    field: (kind, name) => fieldsOf(kind).find((field) => field.name === name),
    filter: (kind, path) =>
      fieldsOf(kind)
        .flatMap(({ filters }) => filters)
        .find((filter) => filter.path === path),
    day,
  };
}

/** What the sentences of rules are made of, here and now. */
export function useSay(): Say {
  const t = useTranslations('settings.rules.says');
  const operators = useTranslations('fields.operators');
  const moments = useTranslations('lists.moments');
  const locale = useLocale();
  const names = useNames();
  return useMemo(() => ({ t, operators, moments, locale, names }), [t, operators, moments, locale, names]);
}
