import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type DealPatch, RapportError } from '../../../../client/src/index.ts';
import { type FieldDef, isEmpty, patchOf } from '../../fields/field-def.ts';
import { FieldInput } from '../../fields/field-input.tsx';
import { useFields } from '../../fields/use-fields.ts';
import { ProblemBox } from '../../parts/problem.tsx';
import type { Said } from './move-deal.ts';
import type { Needs } from './move-needs.ts';
import { ReasonField } from './reason-field.tsx';
import type { Asked } from './use-questions.ts';

type Values = Record<string, unknown>;

/** The fields as one patch: custom ones share a part of it. */
function patchFor(fields: FieldDef[], values: Values): DealPatch {
  const patches = fields
    .filter(({ name }) => !isEmpty(values[name]))
    .map((field) => patchOf(field, values[field.name]));
  const custom = Object.assign({}, ...patches.map((patch) => patch.custom ?? {}));
  return { ...Object.assign({}, ...patches), ...(Object.keys(custom).length > 0 && { custom }) };
}
const refusalOf = (refused: unknown, { name }: FieldDef) => {
  if (!(refused instanceof RapportError)) return undefined;
  const pointer = `/${name.replace('.', '/')}`;
  return refused.errors.find((fault) => fault.pointer.startsWith(pointer))?.detail;
};

/** What a form of this question holds, and whether it may be sent. */
function useAnswer({ fields: names, reason }: Needs) {
  const all = useFields('deal');
  const [values, setValues] = useState<Values>({});
  const [why, setWhy] = useState('');
  const fields = names.flatMap((name) => all.find((field) => field.name === name) ?? []);
  const isWhole = fields.every(({ name }) => !isEmpty(values[name])) && !(reason?.required && !why.trim());
  const said = (): Said => ({
    fields: patchFor(fields, values),
    ...(reason && why.trim() && { [`${reason.kind}Reason`]: why.trim() }),
  });
  const set = (name: string) => (value: unknown) => setValues((now) => ({ ...now, [name]: value }));
  return { fields, values, set, why, setWhy, isWhole, said };
}

/** Asks for what a stage needs before a deal comes in; it stays open until the move is made or given up. */
export function MoveDialog({ asked, isBusy }: { asked: Asked; isBusy: boolean }) {
  const t = useTranslations('board');
  const common = useTranslations('common');
  const { card, stage, question, answer } = asked;
  const { needs, refused } = question;
  const { fields, values, set, why, setWhy, isWhole, said } = useAnswer(needs);
  const [isTried, setTried] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isWhole && !isBusy) answer(said());
  };
  const missing = (value: unknown) => (isTried && isEmpty(value) ? common('required') : undefined);
  return (
    <Modal
      opened
      onClose={() => answer(undefined)}
      closeOnClickOutside={false}
      title={t('moveInto', { deal: card.name, stage: stage.name })}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          {fields.length > 0 && <Text c="var(--rapport-quiet)">{t('needs', { stage: stage.name })}</Text>}
          {fields.map((field, at) => (
            <FieldInput
              key={field.name}
              field={{ ...field, isRequired: true }}
              value={values[field.name]}
              onChange={set(field.name)}
              isFocused={at === 0}
              error={refusalOf(refused, field) ?? missing(values[field.name])}
            />
          ))}
          {needs.reason && (
            <ReasonField
              {...needs.reason}
              value={why}
              onChange={setWhy}
              isFocused={fields.length === 0}
              error={needs.reason.required ? missing(why.trim()) : undefined}
            />
          )}
          {refused !== undefined && <ProblemBox error={refused} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => answer(undefined)} disabled={isBusy}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {t('move')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
