import { preferencesOf } from '../../../shared/mail/preference-store.ts';
import { preferencePage } from '../../../shared/mail/preferences.ts';
import { getMailPreferencesRoute } from '../../../shared/mail/unsubscribe-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { pageAnswer, subscriberOf } from './unsubscribe-answer.ts';

export const getMailPreferencesOperation = operation(getMailPreferencesRoute, async ({ params }) =>
  pageAnswer(preferencePage(await preferencesOf(await subscriberOf(params.token)))),
);
