import { Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { AuditEntry } from '../../../../../client/src/index.ts';
import { useFormats } from '../../../parts/format.ts';
import classes from './audit.module.css';
import { actionKey } from './audit-table.tsx';
import { useFieldWords, What, Who } from './audit-words.tsx';

/** A line of the log: who, when, from where, because of what, and field by field what was before and after. */
export function AuditSide({ entry }: { entry: AuditEntry }) {
  const t = useTranslations('settings.audit');
  const { moment } = useFormats();
  const { action, actor, at, from, record, cause, changes, erased, withheld, fields = [] } = entry;
  const fieldWord = useFieldWords();
  return (
    <Stack gap="md">
      <dl className={classes.facts}>
        <dt>{t('action')}</dt>
        <dd>{t(`actions.${actionKey(action)}`)}</dd>
        {record && record.kind !== 'session' && (
          <>
            <dt>{t('what')}</dt>
            <dd>
              <What record={record} />
            </dd>
          </>
        )}
        <dt>{t('who')}</dt>
        <dd>
          <Who actor={actor} />
        </dd>
        <dt>{t('at')}</dt>
        <dd>{moment(at)}</dd>
        {from && (
          <>
            <dt>{t('fromWhere')}</dt>
            <dd>{from}</dd>
          </>
        )}
        {cause && (
          <>
            <dt>{t('cause')}</dt>
            <dd>{cause}</dd>
          </>
        )}
      </dl>
      {erased && <Text>{t('erased')}</Text>}
      {withheld && <Text>{t('withheld')}</Text>}
      {changes && <Changes changes={changes} />}
      {!changes && fields.length > 0 && (
        <Text>{t('touched', { fields: fields.map(fieldWord).join(', ') })}</Text>
      )}
    </Stack>
  );
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 1));
function Changes({ changes }: { changes: NonNullable<AuditEntry['changes']> }) {
  const t = useTranslations('settings.audit');
  const fieldWord = useFieldWords();
  return (
    <section>
      <Title order={3} mb={6}>
        {t('changes')}
      </Title>
      {Object.entries(changes).map(([name, { before, after }]) => (
        <div key={name} className={classes.change}>
          <Text fw={600}>{fieldWord(name)}</Text>
          {before !== undefined && <del className={classes.was}>{textOf(before)}</del>}
          {before !== undefined && after !== undefined && ' → '}
          {after !== undefined && <ins className={classes.is}>{textOf(after)}</ins>}
        </div>
      ))}
    </section>
  );
}
