import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { AnyRecord } from '../../../api/kinds.ts';
import { forget, keys, pathOf } from '../../../api/records.ts';
import { once, useWrite } from '../../../api/write.ts';
import { useMay } from '../../../app/me.ts';
import { Pill } from '../../../fields/pills.tsx';
import { useToast } from '../../../parts/toast.tsx';

const statuses = ['open', 'kept', 'broken'] as const;
type Status = (typeof statuses)[number];

/** An open promise is kept or broken by a click, with a way back. */
export function PromiseMenu({ promise }: { promise: AnyRecord }) {
  const t = useTranslations('record');
  const named = useTranslations('fields.values.promiseStatus');
  const client = useQueryClient();
  const may = useMay();
  const toast = useToast();
  const write = useWrite({
    onSuccess: () => {
      forget(client, 'promise', promise.id);
      for (const name of ['dealId', 'contactId'] as const) {
        const id = promise[name] as string | undefined;
        if (id)
          void client.invalidateQueries({ queryKey: keys.about(name === 'dealId' ? 'deal' : 'contact', id) });
      }
    },
    onError: toast.failed,
  });
  const mark = (status: Status) =>
    write.mutate(once({ method: 'PATCH', path: pathOf('promise', promise.id), body: { status } }));
  const marked = (status: Status) => {
    mark(status);
    toast.done({ message: t('promiseMarked'), undo: () => mark('open') });
  };
  if (!may('promises:edit')) return <Pill value="open" label={named('open')} />;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('promiseIs', { status: named('open'), text: String(promise.text) })}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {named('open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {statuses.slice(1).map((status) => (
          <Menu.Item key={status} onClick={() => marked(status)}>
            {named(status)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
