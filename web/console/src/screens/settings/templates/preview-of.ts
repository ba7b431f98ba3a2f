import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import type { Values } from './template-values.ts';

/** What is written, saved or not, as a contact would get it, or with examples in its blanks. */
export const previewQuery = ({ subject, text, html }: Values, contactId: string | undefined) =>
  queryOptions({
    queryKey: ['template-preview', subject, text, html, contactId],
    queryFn: ({ signal }) => {
      const body = { subject, text, ...(html.trim() && { html }), ...(contactId && { contactId }) };
      return api().previewMail({ body }, { signal });
    },
    enabled: subject.trim() !== '' && text !== '',
    gcTime: 0, // each pause of the typing is another
  });
