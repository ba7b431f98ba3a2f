import { Stack, Table, Text, Title } from '@mantine/core';
import { useFormatter, useTranslations } from 'use-intl';
import type { ModelCard } from '../../../../../client/src/index.ts';
import { useFieldName } from '../../../fields/use-field-name.ts';
import { useFormats } from '../../../parts/format.ts';

const mostFeatures = 12;

/** What goes with a good outcome most, and what against it. */
function Features({ card }: { card: ModelCard }) {
  const t = useTranslations('settings.scoring');
  const format = useFormatter();
  const fieldName = useFieldName('contact');
  const signed = (weight: number) =>
    format.number(weight, { signDisplay: 'exceptZero', maximumFractionDigits: 2 });
  const sorted = ({ bins }: ModelCard['features'][number]) => bins.toSorted((a, b) => b.weight - a.weight);
  if (card.features.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={480} type="native" role="region" aria-label={t('features')} tabIndex={0}>
      <Table>
        <caption className="heard">{t('features')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('feature')}</Table.Th>
            <Table.Th scope="col">{t('speaksFor')}</Table.Th>
            <Table.Th scope="col">{t('speaksAgainst')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {card.features.slice(0, mostFeatures).map((feature) => {
            const bins = sorted(feature);
            const [best, worst] = [bins[0], bins.at(-1)];
            return (
              <Table.Tr key={feature.name}>
                <Table.Th scope="row">{fieldName(feature.name)}</Table.Th>
                <Table.Td>{best && `${best.values} (${signed(best.weight)})`}</Table.Td>
                <Table.Td>{worst && `${worst.values} (${signed(worst.weight)})`}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** How good what was learned is, on outcomes that it had not seen. */
export function Card({ card }: { card: ModelCard }) {
  const t = useTranslations('settings.scoring');
  const format = useFormatter();
  const { moment } = useFormats();
  const fieldName = useFieldName('contact');
  const { purpose, status, reason, rows, positives, auc, rulesAuc, calibrationError, leftOut, learnedAt } =
    card;
  const share = (value: number | undefined) =>
    value === undefined ? '–' : format.number(value, { maximumFractionDigits: 3 });
  return (
    <section>
      <Stack gap="xs">
        <Title order={2}>{t(`purposes.${purpose}`)}</Title>
        <Text>{status === 'learned' ? t('learned') : t(`reasons.${reason ?? 'not_learned_yet'}`)}</Text>
        {learnedAt && (
          <>
            <Text>{t('rows', { rows, positives })}</Text>
            <Text>
              {t('auc', { auc: share(auc), rules: share(rulesAuc), error: share(calibrationError) })}
            </Text>
            <Text c="var(--rapport-quiet)">{t('learnedAt', { at: moment(learnedAt) })}</Text>
          </>
        )}
        {leftOut.length > 0 && (
          <Text>{t('leftOut', { names: leftOut.map(({ name }) => fieldName(name)).join(', ') })}</Text>
        )}
        <Features card={card} />
      </Stack>
    </section>
  );
}
