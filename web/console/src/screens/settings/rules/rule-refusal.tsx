import { useTranslations } from 'use-intl';
import { RapportError } from '../../../../../client/src/index.ts';
import { Refusal, useRefusalText } from '../parts/refusal.tsx';

/** Why a rule was not taken; what is wrong with a step stands at its card. */
export function RuleRefusal({ error }: { error: unknown }) {
  const t = useTranslations('settings.rules');
  const textOf = useRefusalText();
  const isMarked =
    error instanceof RapportError &&
    error.errors.some(({ pointer }) => /^\/(draft|definition)/.test(pointer));
  return <Refusal>{isMarked ? t('refused') : textOf(error)}</Refusal>;
}
