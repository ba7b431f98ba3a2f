import { JsonInput, MultiSelect, Switch, TextInput } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { CreateWebhookResponse, EventType } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { FormFrame } from '../parts/form-frame.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import { webhooksQuery } from './queries.ts';
import {
  bodyOf,
  conditionOf,
  eventGroups,
  newWebhook,
  patchOf,
  savedOf,
  type Values,
  type Webhook,
} from './webhook-values.ts';

type Props =
  | { webhook?: undefined; done: (webhook: CreateWebhookResponse) => void }
  | { webhook: Webhook; done: (webhook: Webhook) => void };

/** A secret is shown once, and kept nowhere. */
function withoutSecret(answer: CreateWebhookResponse | Webhook): Webhook {
  if (!('secretShown' in answer)) return answer;
  const { secret: _, secretShown: __, ...webhook } = answer;
  return webhook;
}

function useWebhookForm({ webhook, done }: Props) {
  const webhooks = useListed<Webhook>(webhooksQuery.queryKey);
  const path = { webhookId: webhook?.id ?? '' };
  return useForm<Values, CreateWebhookResponse | Webhook>({
    saved: webhook ? savedOf(webhook) : { values: newWebhook },
    write: ({ values, changes, options }) =>
      webhook
        ? api().patchWebhook({ path, body: patchOf(changes, values) }, options)
        : api().createWebhook({ body: bodyOf(values) }, options),
    ...(webhook && { read: async () => savedOf(await api().getWebhook({ path })) }),
    done: (answer) => {
      webhooks.put(withoutSecret(answer));
      done(answer as CreateWebhookResponse);
    },
  });
}

/** Where to post, and what of. */
export function WebhookForm(props: Props) {
  const t = useTranslations('settings.webhooks');
  const common = useTranslations('common');
  const form = useWebhookForm(props);
  const { values, set, faultOf } = form;
  const isCondition = conditionOf(values.condition) !== undefined;
  const canSend =
    /^https?:\/\/./.test(values.url) && (values.isAll || values.events.length > 0) && isCondition;
  const labels = {
    url: t('url'),
    description: t('description'),
    events: t('events'),
    isAll: t('everything'),
    condition: t('condition'),
  };
  return (
    <FormFrame
      form={form}
      submit={props.webhook ? common('save') : t('make')}
      labels={labels}
      canSend={canSend}
    >
      <TextInput
        label={t('url')}
        description={t('urlWhy')}
        type="url"
        value={values.url}
        onChange={({ currentTarget }) => set('url', currentTarget.value)}
        error={faultOf('url')}
        data-autofocus
      />
      <TextInput
        label={t('description')}
        value={values.description}
        onChange={({ currentTarget }) => set('description', currentTarget.value)}
        error={faultOf('description')}
      />
      <Switch
        label={t('everything')}
        description={t('everythingWhy')}
        checked={values.isAll}
        onChange={({ currentTarget }) => set('isAll', currentTarget.checked)}
      />
      {!values.isAll && (
        <MultiSelect
          label={t('events')}
          description={t('eventsWhy')}
          data={eventGroups}
          value={values.events}
          onChange={(events) => set('events', events as EventType[])}
          error={faultOf('events')}
          searchable
          hidePickedOptions
        />
      )}
      <JsonInput
        label={t('condition')}
        description={t('conditionWhy')}
        placeholder='{ "lifecycle": "customer" }'
        value={values.condition}
        onChange={(condition) => set('condition', condition)}
        error={isCondition ? faultOf('condition') : t('noJson')}
        autosize
        minRows={2}
        formatOnBlur
      />
    </FormFrame>
  );
}
