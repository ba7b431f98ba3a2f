import type { Template } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import type { Values } from './template-values.ts';

export type Draft = Pick<Values, 'subject' | 'text' | 'html'>;

/** Whether the API fills in what is not saved yet; it shows the template as it was saved where it does not. */
export const showsUnsaved = false;

/** A template as a contact would get it, or with examples in its blanks; not `enabled` where there is nothing to show. */
export const previewQuery = (
  template: Template | undefined,
  _draft: Draft,
  contactId: string | undefined,
) => ({
  queryKey: ['template-preview', template?.id, template?.version, contactId],
  queryFn: () =>
    api().previewTemplate({
      path: { templateId: template?.id ?? '' },
      body: contactId ? { contactId } : {},
    }),
  enabled: template !== undefined,
});
