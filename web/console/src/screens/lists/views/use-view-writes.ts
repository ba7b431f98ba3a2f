import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Segment, View } from '../../../../../client/src/index.ts';
import { act } from '../../../api/write.ts';
import { useToast } from '../../../parts/toast.tsx';
import { segmentsQuery, viewsQuery } from '../list-views.ts';
import type { List } from '../use-list.ts';

export type NewView = { name: string; visibility: 'private' | 'shared' };

/** What a list shows now, as a view keeps it. */
const shownAs = ({ columns, source, filter }: List) => ({
  columns,
  ...(source.sort && { sort: source.sort }),
  ...(source.direction && { direction: source.direction }),
  ...(source.segmentId ? { segmentId: source.segmentId } : filter && { filter }),
});

/** Views and segments written, and what is known of them with that; `undefined` where it was refused, which the person is told. */
export function useViewWrites(list: List) {
  const t = useTranslations('lists');
  const client = useQueryClient();
  const { done, failed } = useToast();
  const { kind, view, go, setColumns } = list;
  const putView = (after: View | undefined, id = after?.id) => {
    client.setQueryData(viewsQuery(kind).queryKey, (views: View[] = []) => {
      if (!after) return views.filter((one) => one.id !== id);
      const isThere = views.some((one) => one.id === id);
      const all = isThere ? views.map((one) => (one.id === id ? after : one)) : [...views, after];
      return all.toSorted((one, other) => one.position - other.position);
    });
  };
  const tried = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      failed(error);
      return undefined;
    }
  };

  const saveAs = (given: NewView) =>
    tried(async () => {
      const body = { ...given, of: kind, ...shownAs(list) };
      const made = await act<View>({ method: 'POST', path: '/v1/views', body });
      putView(made);
      setColumns(undefined);
      go({ view: made.id }, false);
      done({ message: t('viewSaved', { name: made.name }) });
      return made;
    });
  const patch = (body: Record<string, unknown>) =>
    tried(async () => {
      if (!view) return undefined;
      const after = await act<View>({ method: 'PATCH', path: `/v1/views/${view.id}`, body });
      putView(after);
      return after;
    });
  const save = async () => {
    const { columns, ...rest } = shownAs(list);
    const none = { sort: null, direction: null, filter: null, segmentId: null };
    const after = await patch({ ...none, ...rest, columns });
    if (!after) return;
    setColumns(undefined);
    go({ view: after.id });
    done({ message: t('viewSaved', { name: after.name }) });
  };
  const remove = () =>
    tried(async () => {
      if (!view) return;
      await act({ method: 'DELETE', path: `/v1/views/${view.id}` });
      putView(undefined, view.id);
      go({}, false);
      const { name, columns, sort, direction, filter, segmentId, visibility, position } = view;
      const again = { name, of: kind, columns, sort, direction, filter, segmentId, visibility, position };
      const undo = () =>
        void tried(async () => putView(await act<View>({ method: 'POST', path: '/v1/views', body: again })));
      done({ message: t('viewDeleted', { name }), undo });
    });
  const makeSegment = (given: { name: string; condition: Record<string, unknown> }) =>
    tried(async () => {
      const body = { ...given, of: kind };
      const made = await act<Segment>({ method: 'POST', path: '/v1/segments', body });
      client.setQueryData(segmentsQuery(kind).queryKey, (all: Segment[] = []) => [...all, made]);
      go({ segment: made.id }, false);
      done({ message: t('segmentMade', { name: made.name }) });
      return made;
    });
  const removeSegment = (segment: Segment) =>
    tried(async () => {
      await act({ method: 'DELETE', path: `/v1/segments/${segment.id}` });
      client.setQueryData(segmentsQuery(kind).queryKey, (all: Segment[] = []) =>
        all.filter(({ id }) => id !== segment.id),
      );
      go({ filter: segment.condition }, false);
      done({ message: t('segmentDeleted', { name: segment.name }) });
    });
  return { saveAs, save, patch, remove, makeSegment, removeSegment };
}
export type ViewWrites = ReturnType<typeof useViewWrites>;
