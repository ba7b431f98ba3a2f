import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/records.ts';
import { useMay } from '../../app/me.ts';

/** One more than the sample data has of a kind, so that one of one's own is found among the newest. */
const enough = 20;
const isOwn = ({ externalId }: { externalId?: string }) => !externalId?.startsWith('sample:');

/** Which of the first steps are done, by what is there; undefined while that is not known. */
export function useFacts(isAsked: boolean) {
  const may = useMay();
  const form = useQuery({
    queryKey: ['forms', 'any'],
    queryFn: async () => (await api().listForms({ query: { limit: 1 } })).items.length > 0,
    enabled: isAsked && may('forms:read'),
  });
  const contacts = useQuery({
    queryKey: [...keys.lists('contact'), 'own'],
    queryFn: async () => (await api().listContacts({ query: { limit: enough } })).items.some(isOwn),
    enabled: isAsked && may('contacts:read'),
  });
  const pipeline = useQuery({
    queryKey: [...keys.lists('deal'), 'own'],
    queryFn: async () => (await api().listDeals({ query: { limit: enough } })).items.some(isOwn),
    enabled: isAsked && may('deals:read'),
  });
  return { form: form.data, contacts: contacts.data, pipeline: pipeline.data };
}
