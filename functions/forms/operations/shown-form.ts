import type { Form } from '../../../shared/forms/form.ts';
import { snippetOf } from '../../../shared/forms/snippet.ts';
import { env } from '../../../shared/platform/env.ts';

/** A form as the API shows it. */
export const shown = <F extends Form>(form: F) => ({ ...form, snippet: snippetOf(form, env('PUBLIC_URL')) });
