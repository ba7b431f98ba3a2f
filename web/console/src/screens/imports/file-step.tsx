import { Button, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { FormatForm } from './format-form.tsx';
import classes from './imports.module.css';
import { useImportRights } from './kinds.ts';
import type { StepProps } from './step-props.ts';
import { Working } from './working.tsx';

/** The file is waited for, read, or could not be read. */
export function FileStep({ one, acts }: StepProps) {
  const t = useTranslations('imports');
  const { mayWrite } = useImportRights(one.kind);
  if (one.status === 'reading') return <Working title={t('busy.reading')} why={t('busy.readingWhy')} />;
  const again = (
    <Button
      renderRoot={(props) => <Link {...props} to="/imports/new" search={{ kind: one.kind }} />}
      variant="default"
    >
      {t('file.again')}
    </Button>
  );
  if (one.status === 'failed')
    return mayWrite ? (
      <section className={classes.card} aria-label={t('format.label')}>
        <FormatForm key={one.version} one={one} acts={acts} />
        <div>{again}</div>
      </section>
    ) : null;
  return (
    <section className={classes.card}>
      <Title order={2}>{t('file.waits')}</Title>
      <Text className={classes.quiet}>{t('file.waitsWhy')}</Text>
      {mayWrite && (
        <Group gap="xs">
          <Button onClick={() => acts.read()} loading={acts.isBusy}>
            {t('file.read')}
          </Button>
          {again}
        </Group>
      )}
    </section>
  );
}
