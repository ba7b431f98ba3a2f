import { Button, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { NewSegment, Segment } from '../../../../../client/src/index.ts';
import { api, isProblem } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { isSame } from '../../../fields/field-def.ts';
import { useToast } from '../../../parts/toast.tsx';
import { useListed } from '../parts/use-listed.ts';
import { ConditionText } from './condition-text.tsx';
import { segmentsQuery } from './queries.ts';
import classes from './segments.module.css';

type ReadyMade = { key: 'winBack' } & Pick<NewSegment, 'of' | 'condition'>;
/** Segments that many want; each is offered as long as there is none that asks for the same. */
const readyMade: readonly ReadyMade[] = [
  { key: 'winBack', of: 'contact', condition: { riskBand: 'high', orderCount: { $gte: 2 } } },
];
const offeredBeside = (there: readonly Segment[]): ReadyMade[] =>
  readyMade.filter(
    ({ of, condition }) => !there.some((one) => one.of === of && isSame(one.condition, condition)),
  );

function Offer({ one: { key, of, condition } }: { one: ReadyMade }) {
  const t = useTranslations('settings.segments.readyMade');
  const toast = useToast();
  const client = useQueryClient();
  const listed = useListed<Segment>(segmentsQuery.queryKey);
  const [isMaking, setMaking] = useState(false);
  const name = t(`${key}.name`);
  const make = async () => {
    setMaking(true);
    try {
      const body = { name, description: t(`${key}.about`), of, condition, unlessThere: true };
      listed.put(await api().createSegment({ body }));
      toast.done({ message: t('made', { name }) });
    } catch (error) {
      if (isProblem(error, 'segment_exists'))
        void client.invalidateQueries({ queryKey: segmentsQuery.queryKey });
      else toast.failed(error);
    }
    setMaking(false);
  };
  return (
    <li className={classes.offer}>
      <div>
        <Text fw={500}>{name}</Text>
        <Text c="var(--rapport-quiet)">{t(`${key}.about`)}</Text>
        <ConditionText of={of} condition={condition} />
      </div>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        loading={isMaking}
        aria-label={t('makeNamed', { name })}
        onClick={() => void make()}
      >
        {t('make')}
      </Button>
    </li>
  );
}

/** Ready-made segments that are not there yet, for who may make some. */
export function ReadyMadeSegments({ segments }: { segments: readonly Segment[] }) {
  const t = useTranslations('settings.segments.readyMade');
  const may = useMay();
  const offered = offeredBeside(segments);
  if (offered.length === 0 || !may('segments:write')) return null;
  return (
    <section aria-labelledby="ready-made" className={classes.readyMade}>
      <Title order={2} id="ready-made">
        {t('title')}
      </Title>
      <ul className={classes.offers}>
        {offered.map((one) => (
          <Offer key={one.key} one={one} />
        ))}
      </ul>
    </section>
  );
}
