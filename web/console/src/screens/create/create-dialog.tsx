import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Waiting } from '../../app/waiting.tsx';
import { type Asked, onOpenCreate } from './open-create.ts';

const CreateForm = lazy(() =>
  import('./create-form.tsx').then(({ CreateForm: Form }) => ({ default: Form })),
);

/** The dialog that makes a record of any kind; `openCreate` opens it from anywhere. */
export function CreateDialog() {
  const t = useTranslations('lists.new');
  const common = useTranslations('common');
  const isPhone = useMediaQuery('(max-width: 48em)') ?? false;
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => onOpenCreate(setAsked), []);
  const close = () => setAsked(undefined);
  if (!asked) return null;
  return (
    <Modal
      opened
      onClose={close}
      title={t(asked.kind)}
      fullScreen={isPhone}
      size="lg"
      centered={false}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Suspense fallback={<Waiting />}>
        <CreateForm asked={asked} onClose={close} />
      </Suspense>
    </Modal>
  );
}
