import { Anchor, Button, Checkbox, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Activity } from '../../../../../client/src/index.ts';
import type { AnyRecord, ListedKind } from '../../../api/kinds.ts';
import { forget } from '../../../api/records.ts';
import { act } from '../../../api/write.ts';
import { useFields } from '../../../fields/use-fields.ts';
import { useToast } from '../../../parts/toast.tsx';
import { keep } from '../page-query.ts';
import { activityQuery } from './activity-query.ts';
import classes from './timeline.module.css';

type Props = NonNullable<Activity['submission']> & {
  kind: ListedKind;
  id: string;
  activityId: string;
  contactId: string;
  text?: string | undefined;
};
/** What a form's field is called where it goes to a field of the contact; else by its own name. */
function useLabels(text: string | undefined) {
  const fields = useFields('contact');
  const t = useTranslations('fields.parts');
  const plain: Record<string, string> = { email: t('emails_address'), phone: t('phones_number') };
  return {
    labelOf: (name: string) => plain[name] ?? fields.find((field) => field.name === name)?.label ?? name,
    /** The message is told above. */
    isTold: (value: unknown) => value === text,
  };
}
const written = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));

/** What the form said otherwise than the contact says; a person decides what of it is put on the contact. */
function Differing({ kind, id, activityId, contactId, differing = {}, accepted = [] }: Props) {
  const t = useTranslations('record.submission');
  const client = useQueryClient();
  const toast = useToast();
  const { labelOf } = useLabels(undefined);
  const open = Object.keys(differing).filter((name) => !accepted.includes(name));
  const [chosen, setChosen] = useState<string[]>(open);
  const accept = useMutation({
    mutationFn: () =>
      act<AnyRecord>({
        method: 'POST',
        path: `/v1/submissions/${activityId}/accept`,
        body: { fields: chosen },
      }),
    onSuccess: (contact) => {
      keep(client, 'contact', contact);
      if (kind !== 'contact') forget(client, kind, id);
      void client.invalidateQueries({ queryKey: activityQuery(activityId).queryKey });
      toast.done({ message: t('accepted') });
    },
    onError: toast.failed,
  });
  if (open.length === 0 || !contactId) return null;
  return (
    <Stack gap={6} mt="sm">
      <Text fw={500}>{t('differs')}</Text>
      {open.map((name) => (
        <Checkbox
          key={name}
          label={`${labelOf(name)}: ${written(differing[name])}`}
          checked={chosen.includes(name)}
          onChange={({ currentTarget }) =>
            setChosen(currentTarget.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
          }
        />
      ))}
      <Button
        size="compact-sm"
        variant="light"
        w="fit-content"
        disabled={chosen.length === 0}
        loading={accept.isPending}
        onClick={() => accept.mutate()}
      >
        {t('accept')}
      </Button>
    </Stack>
  );
}

/** What somebody filled in, and from which page. */
export function Submission(props: Props) {
  const t = useTranslations('record.submission');
  const { values = {}, pageUrl, text } = props;
  const { labelOf, isTold } = useLabels(text);
  const told = Object.entries(values).filter(([, value]) => !isTold(value));
  return (
    <>
      <Table withRowBorders={false} verticalSpacing={2} horizontalSpacing={0} aria-label={t('values')}>
        <Table.Tbody>
          {told.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th c="var(--rapport-quiet)" fw={400} w={140}>
                {labelOf(name)}
              </Table.Th>
              <Table.Td className={classes.text}>{written(value)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {pageUrl && (
        <div className={classes.facts}>
          <span>
            {t('page')}{' '}
            <Anchor href={pageUrl} target="_blank" rel="noreferrer" inherit>
              {pageUrl}
            </Anchor>
          </span>
        </div>
      )}
      <Differing {...props} />
    </>
  );
}
