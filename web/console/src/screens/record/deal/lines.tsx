import { Table, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'use-intl';
import type { LineItem } from '../../../../../client/src/index.ts';
import { useFormats } from '../../../parts/format.ts';
import { RecordLink } from '../../../parts/record-link.tsx';

/** The lines of a deal or an order, with what each comes to. */
export function Lines({ items, currency }: { items: LineItem[]; currency: string | undefined }) {
  const t = useTranslations('fields');
  const format = useFormatter();
  const { money } = useFormats();
  return (
    <Table verticalSpacing={4} horizontalSpacing={4} aria-label={t('names.items')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('lineName')}</Table.Th>
          <Table.Th ta="end">{t('quantity')}</Table.Th>
          <Table.Th ta="end">{t('total')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ productId, name, quantity, unitAmountCents, discountPercent, amountCents }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be of the same thing
          <Table.Tr key={at}>
            <Table.Td>
              {productId ? <RecordLink kind="product" id={productId} /> : name}
              <Text size="sm" c="var(--rapport-quiet)">
                {money(unitAmountCents, currency)}
                {discountPercent ? ` − ${format.number(discountPercent)} %` : ''}
              </Text>
            </Table.Td>
            <Table.Td ta="end">{format.number(quantity)}</Table.Td>
            <Table.Td ta="end">{money(amountCents, currency)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
