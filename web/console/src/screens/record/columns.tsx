import { Tabs } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { AnyRecord, ListedKind } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import type { FieldDef } from '../../fields/field-def.ts';
import { LineItems } from './deal/line-items.tsx';
import { Details } from './details/details.tsx';
import classes from './record.module.css';
import type { Place } from './record-page.tsx';
import { Related } from './related/related.tsx';
import { Composer } from './timeline/composer.tsx';
import { deskAt, deskWith, useAddressee } from './timeline/mail/desk.ts';
import { Timeline } from './timeline/timeline.tsx';
import type { Show } from './timeline/timeline-query.ts';

const WaitingMails = lazy(() =>
  import('./timeline/mail/waiting-mails.tsx').then(({ WaitingMails: Part }) => ({ default: Part })),
);

type Props = {
  kind: ListedKind;
  record: AnyRecord;
  fields: FieldDef[];
  isReadOnly: boolean;
  isFixed: boolean;
  isNarrow: boolean;
  part: Place;
  setPart: (part: Place) => void;
  show: Show | undefined;
  setShow: (show: Show | undefined) => void;
};
/** A product is nobody one speaks with. */
const isSpokenOf = (kind: ListedKind) => kind !== 'product';

function useParts(props: Props): Record<Place, ReactNode> {
  const { kind, record, fields, isReadOnly, isFixed, show, setShow } = props;
  const may = useMay();
  const contact = useAddressee(kind, record);
  const desk = contact ? deskWith(kind, record, contact) : deskAt(kind, record);
  /** Mails wait also for a contact whose address is gone by now. */
  const mayWait = contact !== undefined || (kind === 'contact' && record.emails !== undefined);
  const items = fields.find(({ name }) => name === 'items');
  return {
    details: <Details kind={kind} record={record} fields={fields} isReadOnly={isReadOnly} />,
    timeline: (
      <>
        {!isFixed && isSpokenOf(kind) && may('activities:create') && <Composer kind={kind} record={record} />}
        {!isFixed && desk && mayWait && may('activities:read') && (
          <Suspense>
            <WaitingMails desk={desk} />
          </Suspense>
        )}
        {!isFixed && <Timeline kind={kind} id={record.id} fields={fields} show={show} onShow={setShow} />}
      </>
    ),
    related: (
      <>
        {items && <LineItems field={items} record={record} isReadOnly={isReadOnly} />}
        {!isFixed && <Related kind={kind} record={record} isReadOnly={isReadOnly} />}
      </>
    ),
  };
}

/** The parts of a page side by side at a desk, one at a time on a phone. */
export function Columns(props: Props) {
  const t = useTranslations('record.parts');
  const parts = useParts(props);
  const { isFixed, isNarrow, part, setPart } = props;
  if (isFixed)
    return (
      <div className={classes.alone}>
        {parts.details}
        {parts.related}
      </div>
    );
  if (!isNarrow)
    return (
      <div className={classes.columns}>
        <div className={classes.column}>{parts.details}</div>
        <div className={`${classes.column} ${classes.timeline}`}>{parts.timeline}</div>
        <div className={`${classes.column} ${classes.related}`}>{parts.related}</div>
      </div>
    );
  return (
    <Tabs value={part} onChange={(chosen) => chosen && setPart(chosen as Place)} keepMounted={false}>
      <Tabs.List grow>
        <Tabs.Tab value="details">{t('details')}</Tabs.Tab>
        <Tabs.Tab value="timeline">{t('timeline')}</Tabs.Tab>
        <Tabs.Tab value="related">{t('related')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value={part} className={classes.panel}>
        {parts[part]}
      </Tabs.Panel>
    </Tabs>
  );
}
