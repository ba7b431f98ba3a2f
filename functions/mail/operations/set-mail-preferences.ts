import { systemContext } from '../../../shared/core/actor.ts';
import { preferencesOf, savePreferences } from '../../../shared/mail/preference-store.ts';
import { ChosenPreferences, chosenOf, preferencePage } from '../../../shared/mail/preferences.ts';
import { setMailPreferencesRoute } from '../../../shared/mail/unsubscribe-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { formText } from '../../../shared/platform/form-body.ts';
import { parsePart } from '../../../shared/platform/request.ts';
import { pageAnswer, subscriberOf } from './unsubscribe-answer.ts';

export const setMailPreferencesOperation = operation(
  setMailPreferencesRoute,
  async ({ params, event, now, cause }) => {
    const subscriber = await subscriberOf(params.token);
    const chosen = parsePart(ChosenPreferences, chosenOf(formText(event)));
    const by = systemContext(subscriber.workspaceId, 'mail', 'preferences', now, cause);
    await savePreferences(subscriber, chosen, by);
    return pageAnswer(preferencePage(await preferencesOf(subscriber), { isSaved: true }));
  },
);
