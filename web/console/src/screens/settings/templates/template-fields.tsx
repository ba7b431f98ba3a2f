import { Group, Switch, Tabs, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { mergeFields } from '../../../../../../shared/mail/merge-field-names.ts';
import { BlankMenu } from '../parts/blank-menu.tsx';
import { withBlank } from '../parts/blanks.ts';
import { useFaults } from './faults.ts';
import { type Filled, type Values, wordOf } from './template-values.ts';
import classes from './templates.module.css';
import { useCursor } from './use-cursor.ts';

type Props = {
  values: Values;
  set: <K extends keyof Values>(name: K, value: Values[K]) => void;
  error: unknown;
  isReadOnly: boolean;
};
type Tab = 'text' | 'html';

/** What a template says: name, subject, text with blanks, for who knows how its HTML, and whether it is advertising. */
export function TemplateFields({ values, set, error, isReadOnly }: Props) {
  const t = useTranslations('settings.templates');
  const faultOf = useFaults(error);
  const [tab, setTab] = useState<Tab>('text');
  const cursor = useCursor();
  const insert = (blank: string) => {
    const { name, at } = cursor.place(['subject', tab], values);
    const put = withBlank(values[name], at, blank);
    set(name, put.text);
    cursor.go(name, put.at);
  };
  const field = (name: Filled | 'name') => ({
    value: values[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => set(name, currentTarget.value),
    error: faultOf(name),
    disabled: isReadOnly,
  });
  const mark = (name: Tab) =>
    faultOf(name) &&
    tab !== name && <IconAlertTriangle size={16} className={classes.fault} aria-label={t('faulty')} />;
  const offered = mergeFields.map((blank) => ({ value: blank, label: t(`blanks.${wordOf(blank)}`) }));
  const rows = { autosize: true, minRows: 10, maxRows: 24 };
  return (
    <>
      <TextInput label={t('name')} description={t('nameWhy')} {...field('name')} />
      <TextInput label={t('subject')} {...cursor.of('subject')} {...field('subject')} />
      <Tabs value={tab} onChange={(to) => setTab(to === 'html' ? 'html' : 'text')} keepMounted={false}>
        <Group justify="space-between" gap="xs" wrap="wrap-reverse" className={classes.tabs}>
          <Tabs.List aria-label={t('forms')}>
            <Tabs.Tab value="text" rightSection={mark('text')}>
              {t('text')}
            </Tabs.Tab>
            <Tabs.Tab value="html" rightSection={mark('html')}>
              {t('html')}
            </Tabs.Tab>
          </Tabs.List>
          {!isReadOnly && <BlankMenu blanks={offered} insert={insert} />}
        </Group>
        <Tabs.Panel value="text">
          <Textarea
            aria-label={t('text')}
            description={t('textWhy')}
            inputWrapperOrder={['input', 'error', 'description']}
            {...rows}
            {...cursor.of('text')}
            {...field('text')}
          />
        </Tabs.Panel>
        <Tabs.Panel value="html">
          <Textarea
            aria-label={t('html')}
            description={t('htmlWhy')}
            inputWrapperOrder={['input', 'error', 'description']}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
            {...rows}
            {...cursor.of('html')}
            {...field('html')}
          />
        </Tabs.Panel>
      </Tabs>
      <Switch
        label={t('marketing')}
        description={t(values.marketing ? 'marketingOn' : 'marketingOff')}
        checked={values.marketing}
        onChange={({ currentTarget }) => set('marketing', currentTarget.checked)}
        disabled={isReadOnly}
      />
    </>
  );
}
