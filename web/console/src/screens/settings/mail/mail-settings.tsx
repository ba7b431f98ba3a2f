import { NumberInput, Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { RapportError, type Workspace } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { workspaceQuery } from '../../../api/workspace.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { PageForm } from '../parts/page-form.tsx';
import { useForm } from '../parts/use-form.ts';
import classes from './mail.module.css';
import { type Cap, firstCap, patchOf, refusedLines, savedOf, type Values } from './mail-values.ts';
import { NeverLogged } from './never-logged.tsx';
import { Section } from './section.tsx';

function useMailForm(workspace: Workspace) {
  const t = useTranslations('settings.mail');
  const client = useQueryClient();
  const toast = useToast();
  const [refused, setRefused] = useState<string[]>([]);
  const form = useForm<Values, Workspace>({
    saved: savedOf(workspace),
    write: async ({ values, changes, options }) => {
      try {
        return await api().patchWorkspace({ body: patchOf(changes) }, options);
      } catch (error) {
        const faults = error instanceof RapportError ? error.errors : [];
        setRefused(
          refusedLines(
            values.neverLog,
            faults.map(({ pointer }) => pointer),
          ),
        );
        throw error;
      }
    },
    read: async () => savedOf(await api().getWorkspace()),
    done: (saved) => {
      client.setQueryData(workspaceQuery.queryKey, saved);
      form.reset(savedOf(saved));
      toast.done({ message: t('saved') });
    },
  });
  return { ...form, refused };
}
export type MailForm = ReturnType<typeof useMailForm>;
type Props = { form: MailForm; isReadOnly: boolean };

/** How much advertising a contact gets. */
function MarketingCap({ form, isReadOnly }: Props) {
  const t = useTranslations('settings.mail');
  const { values, set, faultOf } = form;
  const cap = values.marketingCap;
  const number = (name: keyof Cap, max: number) => ({
    label: t(name),
    value: cap?.[name] ?? '',
    onChange: (typed: string | number) =>
      set('marketingCap', { ...cap, [name]: typed === '' ? undefined : Number(typed) }),
    min: 1,
    max,
    clampBehavior: 'none' as const,
    allowDecimal: false,
    allowNegative: false,
    disabled: isReadOnly,
    error: faultOf('marketingCap') !== undefined,
  });
  return (
    <>
      <Switch
        label={t('capOn')}
        description={t('capWhy')}
        checked={cap !== null}
        onChange={({ currentTarget }) => set('marketingCap', currentTarget.checked ? firstCap : null)}
        disabled={isReadOnly}
      />
      {cap && (
        <div className={classes.cap}>
          <NumberInput {...number('most', 20)} />
          <NumberInput {...number('days', 31)} />
          {faultOf('marketingCap') && (
            <p role="alert" className={classes.fault}>
              {t('capFault')}
            </p>
          )}
        </div>
      )}
    </>
  );
}

function Tracking({ form, isReadOnly }: Props) {
  const t = useTranslations('settings.mail');
  const { mailTracking } = form.values;
  return (['marketing', 'personal'] as const).map((name) => (
    <Switch
      key={name}
      label={t(`tracks.${name}`)}
      checked={mailTracking[name]}
      onChange={({ currentTarget }) =>
        form.set('mailTracking', { ...mailTracking, [name]: currentTarget.checked })
      }
      disabled={isReadOnly}
    />
  ));
}

/** What holds for all mail of the workspace: whom advertising goes to, what mails tell, and with whom none is kept. */
export function MailSettings({ workspace }: { workspace: Workspace }) {
  const t = useTranslations('settings.mail');
  const common = useTranslations('common');
  const form = useMailForm(workspace);
  const { values, set, faultOf } = form;
  const isReadOnly = !useMay()('workspaces:write');
  const labels = {
    marketingNeedsConsent: t('needsConsent'),
    marketingCap: t('capOn'),
    mailTracking: t('tracking'),
    neverLog: t('neverLog'),
  };
  const yesNo = (value: unknown) => common(value ? 'yes' : 'no');
  const words = {
    marketingNeedsConsent: yesNo,
    marketingCap: (value: unknown) => (value ? t('capOf', value as Required<Cap>) : common('no')),
    mailTracking: (value: unknown) => {
      const { marketing, personal } = value as Values['mailTracking'];
      return `${t('tracks.marketing')}: ${yesNo(marketing)}; ${t('tracks.personal')}: ${yesNo(personal)}`;
    },
  };
  return (
    <PageForm form={form} labels={labels} words={words}>
      <Section title={t('advertising')} about={t('advertisingWhy')}>
        <Switch
          label={t('needsConsent')}
          description={t('needsConsentWhy')}
          checked={values.marketingNeedsConsent}
          onChange={({ currentTarget }) => set('marketingNeedsConsent', currentTarget.checked)}
          error={faultOf('marketingNeedsConsent')}
          disabled={isReadOnly}
        />
        <MarketingCap form={form} isReadOnly={isReadOnly} />
      </Section>
      <Section title={t('tracking')} about={t('trackingWhy')}>
        <Tracking form={form} isReadOnly={isReadOnly} />
      </Section>
      <Section title={t('neverLog')} about={t('neverLogWhy')}>
        <NeverLogged form={form} isReadOnly={isReadOnly} />
      </Section>
    </PageForm>
  );
}
