import { Button, Group, Modal, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BoardStage, Deal } from '../../../../client/src/index.ts';
import { forget, pathOf } from '../../api/records.ts';
import { once, send, type Write } from '../../api/write.ts';
import { useMe } from '../../app/me.ts';
import { isEmpty, patchOf } from '../../fields/field-def.ts';
import { FieldInput } from '../../fields/field-input.tsx';
import { useFields } from '../../fields/use-fields.ts';
import { ProblemBox } from '../../parts/problem.tsx';
import { useToast } from '../../parts/toast.tsx';
import { asCard } from './deal-card.ts';
import { moveStore } from './move-store.ts';

const asked = ['name', 'amountCents', 'companyId', 'contactId', 'expectedCloseOn'];
type Values = Record<string, unknown>;

/** The fields that one may set of a new deal, and those that its stage asks for. */
function useNewDealFields(required: readonly string[]) {
  const fields = useFields('deal').filter(({ isReadOnly, isHidden }) => !isReadOnly && !isHidden);
  const names = [...new Set([...asked, ...required])];
  return names.flatMap((name) => {
    const field = fields.find((one) => one.name === name);
    return field ? [{ ...field, isRequired: name === 'name' || required.includes(name) }] : [];
  });
}

type Props = {
  pipelineId: string;
  stage: BoardStage;
  required: readonly string[];
  onClose: () => void;
};
/** A new deal in a stage: what is known of it when it begins. */
export function QuickAdd({ pipelineId, stage, required, onClose }: Props) {
  const t = useTranslations('board');
  const common = useTranslations('common');
  const client = useQueryClient();
  const toast = useToast();
  const me = useMe();
  const fields = useNewDealFields(required);
  const [values, setValues] = useState<Values>({});
  const [state, setState] = useState<{ isTried: boolean; isBusy?: boolean; refused?: unknown }>({
    isTried: false,
  });
  const write = useRef<Write>(undefined);
  const set = (name: string) => (value: unknown) => {
    write.current = undefined; // another deal than the one that was refused
    setValues((now) => ({ ...now, [name]: value }));
  };
  const create = async () => {
    setState({ isTried: true, isBusy: true });
    const patches = fields
      .filter(({ name }) => !isEmpty(values[name]))
      .map((field) => patchOf(field, values[field.name]));
    const custom = Object.assign({}, ...patches.map((patch) => patch.custom ?? {}));
    const body = {
      ...Object.assign({}, ...patches),
      ...(Object.keys(custom).length > 0 && { custom }),
      pipelineId,
      stageId: stage.id,
      ownerId: me.id,
    };
    write.current ??= once({ method: 'POST', path: pathOf('deal'), body });
    try {
      const deal = await send<Deal>(write.current);
      moveStore.put({
        card: asCard(deal),
        from: undefined,
        to: stage.id,
        base: '',
        settled: deal.stageEnteredAt,
      });
      forget(client, 'deal', deal.id);
      toast.done({ message: t('added', { deal: deal.name, stage: stage.name }) });
      onClose();
    } catch (refused) {
      setState({ isTried: true, refused });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isWhole = fields.every(({ name, isRequired }) => !isRequired || !isEmpty(values[name]));
    if (!isWhole) return setState({ isTried: true });
    if (!state.isBusy) void create();
  };
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={false} title={t('addTo', { stage: stage.name })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {fields.map((field, at) => (
            <FieldInput
              key={field.name}
              field={field}
              value={values[field.name]}
              onChange={set(field.name)}
              isFocused={at === 0}
              error={
                state.isTried && field.isRequired && isEmpty(values[field.name])
                  ? common('required')
                  : undefined
              }
            />
          ))}
          {state.refused !== undefined && <ProblemBox error={state.refused} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose} disabled={state.isBusy ?? false}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={state.isBusy ?? false}>
              {common('add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
