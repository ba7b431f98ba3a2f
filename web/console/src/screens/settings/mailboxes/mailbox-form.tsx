import { MultiSelect, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Mailbox, MailboxPatch, NewMailbox } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { mailboxesQuery, templatesQuery } from '../forms/queries.ts';
import { DeleteZone } from '../parts/danger.tsx';
import { FormFrame } from '../parts/form-frame.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import { usePeopleChoices } from '../teams/choices.ts';

type Values = {
  address: string;
  name: string;
  ownerIds: string[];
  opensDeal: boolean;
  tags: string[];
  welcomeTemplateId: string | null;
};
const nothing: Values = {
  address: '',
  name: '',
  ownerIds: [],
  opensDeal: false,
  tags: [],
  welcomeTemplateId: null,
};
const savedOf = ({
  version,
  address,
  name,
  ownerId,
  roundRobin,
  opensDeal,
  tags,
  welcomeTemplateId,
}: Mailbox) => ({
  version,
  values: {
    address,
    name,
    ownerIds: ownerId ? [ownerId] : roundRobin,
    opensDeal,
    tags,
    welcomeTemplateId: welcomeTemplateId ?? null,
  } satisfies Values,
});

/** One person has it for themself; several take turns. */
function ownersOf(ids: string[]) {
  const [only, ...others] = ids;
  return others.length > 0 || only === undefined
    ? { ownerId: null, roundRobin: ids }
    : { ownerId: only, roundRobin: [] };
}
function bodyOf({ ownerIds, welcomeTemplateId, ...rest }: Values): NewMailbox {
  const { ownerId, roundRobin } = ownersOf(ownerIds);
  return {
    ...rest,
    roundRobin,
    ...(ownerId && { ownerId }),
    ...(welcomeTemplateId && { welcomeTemplateId }),
  };
}
const patchOf = ({ ownerIds, ...changes }: Partial<Values>): MailboxPatch =>
  ({ ...changes, ...(ownerIds && ownersOf(ownerIds)) }) as MailboxPatch;

/** A mailbox, or a new one: the address that it listens at, and what becomes of who writes there. */
export function MailboxForm({ mailbox, done }: { mailbox: Mailbox | undefined; done: () => void }) {
  const t = useTranslations('settings.mailboxes');
  const forms = useTranslations('settings.forms');
  const common = useTranslations('common');
  const listed = useListed<Mailbox>(mailboxesQuery.queryKey);
  const toast = useToast();
  const isReadOnly = !useMay()('mail:write');
  const { data: templates = [] } = useQuery(templatesQuery);
  const path = { mailboxId: mailbox?.id ?? '' };
  const form = useForm<Values, Mailbox>({
    saved: mailbox ? savedOf(mailbox) : { values: nothing },
    write: ({ values, changes, options }) =>
      mailbox
        ? api().patchMailbox({ path, body: patchOf(changes) }, options)
        : api().createMailbox({ body: bodyOf(values) }, options),
    ...(mailbox && { read: async () => savedOf(await api().getMailbox({ path })) }),
    done: (saved) => {
      listed.put(saved);
      toast.done({ message: t('saved', { address: saved.address }) });
      done();
    },
  });
  const { values, set, faultOf } = form;
  const people = usePeopleChoices(values.ownerIds);
  const isWhole = values.address.includes('@') && values.name.trim() !== '';
  return (
    <>
      <FormFrame
        form={form}
        submit={mailbox ? common('save') : t('make')}
        labels={{ address: t('address'), name: t('name') }}
        isReadOnly={isReadOnly}
        canSend={form.isDirty && isWhole}
      >
        <TextInput
          label={t('address')}
          description={t('addressWhy')}
          type="email"
          value={values.address}
          onChange={({ currentTarget }) => set('address', currentTarget.value)}
          error={faultOf('address')}
          disabled={isReadOnly || mailbox !== undefined}
        />
        <TextInput
          label={t('name')}
          value={values.name}
          onChange={({ currentTarget }) => set('name', currentTarget.value)}
          error={faultOf('name')}
          disabled={isReadOnly}
        />
        <MultiSelect
          label={forms('owners')}
          description={forms('ownersWhy')}
          data={people}
          value={values.ownerIds}
          onChange={(ids) => set('ownerIds', ids)}
          searchable
          hidePickedOptions
          disabled={isReadOnly}
        />
        <TagsInput
          label={forms('tags')}
          value={values.tags}
          onChange={(tags) => set('tags', tags)}
          disabled={isReadOnly}
        />
        <Switch
          label={forms('opensDeal')}
          checked={values.opensDeal}
          onChange={({ currentTarget }) => set('opensDeal', currentTarget.checked)}
          disabled={isReadOnly}
        />
        <Select
          label={forms('welcome')}
          description={forms('welcomeWhy')}
          placeholder={forms('noWelcome')}
          data={templates.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.welcomeTemplateId}
          onChange={(id) => set('welcomeTemplateId', id)}
          clearable
          disabled={isReadOnly}
        />
      </FormFrame>
      {mailbox && !isReadOnly && (
        <DeleteZone
          zone={t('danger')}
          about={t('deleteWhy')}
          title={t('deleteTitle', { address: mailbox.address })}
          why={t('deleteMore')}
          run={() => api().deleteMailbox({ path })}
          done={() => {
            listed.remove(mailbox.id);
            done();
          }}
        />
      )}
    </>
  );
}
