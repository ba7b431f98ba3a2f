import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { type AnyRecord, type ListedKind, permissionFor, titleOf } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import { kindIcons } from '../../app/places.ts';
import { useFields } from '../../fields/use-fields.ts';
import { Screen } from '../../parts/screen.tsx';
import { isMatchKind } from '../duplicates/likeness.ts';
import { Actions } from './actions.tsx';
import { Banners } from './banners.tsx';
import { Columns } from './columns.tsx';
import { Summary } from './summary.tsx';
import { useAddressee } from './timeline/mail/desk.ts';
import { isShow } from './timeline/timeline-query.ts';
import { openLog, useRecordKeys } from './use-record-keys.ts';
import { Way } from './way.tsx';

const MayBeTheSame = lazy(() =>
  import('../duplicates/may-be-the-same.tsx').then(({ MayBeTheSame: Part }) => ({ default: Part })),
);

export type Place = 'details' | 'timeline' | 'related';
const isPlace = (text: unknown): text is Place => ['details', 'timeline', 'related'].includes(String(text));
const narrow = '(max-width: 48em)';

/** Which part of the page is shown on a phone, and to what its timeline is narrowed, both in the address. */
function usePlace() {
  const navigate = useNavigate();
  const { part, show } = useSearch({ from: '/inside/$plural/$recordId' });
  const set = (change: Record<string, unknown>) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true });
  return {
    part: isPlace(part) ? part : 'details',
    show: isShow(show) ? show : undefined,
    setPart: (to: Place) => set({ part: to }),
    setShow: (to: string | undefined) => set({ show: to }),
  };
}

type Props = { kind: ListedKind; record: AnyRecord; asOf?: string; isTrashed?: boolean };

/** A record: what can be done with it, its fields, what happened, and what belongs to it. */
export function RecordPage({ kind, record, asOf, isTrashed = false }: Props) {
  const may = useMay();
  const fields = useFields(kind);
  const isNarrow = useMediaQuery(narrow, matchMedia(narrow).matches, { getInitialValueInEffect: false });
  const place = usePlace();
  const isFixed = asOf !== undefined || isTrashed;
  /** What is left of somebody who was erased stays empty. */
  const isErased = kind === 'contact' && record.erasedAt !== undefined;
  const isReadOnly = isFixed || isErased || !may(permissionFor(kind, 'edit'));
  const addressee = useAddressee(kind, record);
  const mayMail = !isFixed && may('activities:create') && addressee !== undefined;
  const Icon = kindIcons[kind];
  useRecordKeys(kind, record, { isFixed, mayMail, setPart: place.setPart });
  return (
    <Screen
      flush
      title={titleOf(kind, record)}
      before={<Icon size={20} stroke={1.75} aria-hidden />}
      actions={
        <>
          <Way kind={kind} id={record.id} />
          <Actions
            kind={kind}
            record={record}
            isFixed={isFixed}
            isReadOnly={isReadOnly}
            setPart={place.setPart}
          />
        </>
      }
      below={
        <Summary
          kind={kind}
          record={record}
          fields={fields}
          isReadOnly={isReadOnly}
          onMail={mayMail ? () => openLog('mail', place.setPart) : undefined}
        />
      }
    >
      <Banners kind={kind} id={record.id} asOf={asOf} isTrashed={isTrashed} isErased={isErased} />
      {!isFixed && !isErased && isMatchKind(kind) && (
        <Suspense>
          <MayBeTheSame kind={kind} id={record.id} />
        </Suspense>
      )}
      <Columns
        kind={kind}
        record={record}
        fields={fields}
        isReadOnly={isReadOnly}
        isFixed={isFixed}
        isNarrow={isNarrow ?? false}
        {...place}
      />
    </Screen>
  );
}
