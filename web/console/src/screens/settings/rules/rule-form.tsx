import { Group, Textarea, TextInput, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { PageForm } from '../parts/page-form.tsx';
import { Builder } from './builder.tsx';
import type { Definition } from './definition.ts';
import { useFaults } from './faults.ts';
import { ruleSentence } from './rule-sentence.ts';
import classes from './rules.module.css';
import type { useRuleEditor } from './use-rule-editor.ts';
import { useSay } from './use-say.ts';

type Props = {
  form: ReturnType<typeof useRuleEditor>;
  /** Why it was not published. */
  refused: unknown;
  isReadOnly: boolean;
};

/** What a rule is called, and its steps. */
export function RuleForm({ form, refused, isReadOnly }: Props) {
  const t = useTranslations('settings.rules');
  const say = useSay();
  const { values, set, faultOf } = form;
  const faults = useFaults(form.error ?? refused, values.draft);
  const labels = { name: t('name'), description: t('description'), draft: t('steps') };
  const words = { draft: (draft: unknown) => ruleSentence(draft as Definition, say) };
  return (
    <PageForm form={form} labels={labels} words={words}>
      <Builder
        definition={values.draft}
        onChange={(draft) => set('draft', draft)}
        say={say}
        faults={faults}
        isReadOnly={isReadOnly}
      />
      <Title order={2} mt="md">
        {t('called')}
      </Title>
      <Group align="start" grow preventGrowOverflow={false} className={classes.names ?? ''}>
        <TextInput
          label={t('name')}
          value={values.name}
          maxLength={100}
          onChange={({ currentTarget }) => set('name', currentTarget.value)}
          error={faultOf('name')}
          disabled={isReadOnly}
        />
        <Textarea
          label={t('description')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={1000}
          value={values.description}
          onChange={({ currentTarget }) => set('description', currentTarget.value)}
          error={faultOf('description')}
          disabled={isReadOnly}
        />
      </Group>
    </PageForm>
  );
}
