import { Group, Stack } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Spend } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { Empty } from '../../../parts/empty.tsx';
import { useFormats } from '../../../parts/format.ts';
import { useToast } from '../../../parts/toast.tsx';
import { MonthGrid } from '../months/month-grid.tsx';
import { MonthStepper } from '../months/month-stepper.tsx';
import { useMonths } from '../months/use-months.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { useListed } from '../parts/use-listed.ts';
import { NewSource } from './new-source.tsx';
import { centsOf, rowKey, rowsOf, sumsOf, unitsOf } from './spend-rows.ts';

/** What was spent on each source and campaign, month by month. */
export function SpendPart() {
  const months = useMonths();
  const key = ['spends', months.period.from];
  const spend = useQuery({
    queryKey: key,
    queryFn: () => Array.fromAsync(api().all('listSpend', { query: { ...months.period, limit: 100 } })),
  });
  return (
    <SettingsPart id="spend" actions={<MonthStepper months={months} />}>
      <Loaded query={spend}>
        {(all) => <SpendGrid key={months.period.from} spend={all} months={months} queryKey={key} />}
      </Loaded>
    </SettingsPart>
  );
}

type Props = { spend: Spend[]; months: ReturnType<typeof useMonths>; queryKey: string[] };

function SpendGrid({ spend, months, queryKey }: Props) {
  const t = useTranslations('settings.spend');
  const may = useMay();
  const toast = useToast();
  const { sums } = useFormats();
  const listed = useListed<Spend>(queryKey);
  const [added, setAdded] = useState<{ source: string; campaign?: string }[]>([]);
  const rows = rowsOf([...spend, ...added]);
  const isReadOnly = !may('reports:write');
  const at = (row: string, month: string) => spend.find((one) => one.month === month && rowKey(one) === row);

  async function write(row: string, month: string, value: number | undefined): Promise<void> {
    const before = at(row, month);
    const of = rows.find((one) => one.key === row);
    try {
      if (value !== undefined && of) {
        const body = { month, source: of.source, amountCents: centsOf(value) };
        listed.put(
          await api().putSpend({ body: { ...body, ...(of.campaign && { campaign: of.campaign }) } }),
        );
      } else if (before) {
        await api().deleteSpend({ path: { spendId: before.id } });
        listed.remove(before.id);
      }
    } catch (error) {
      toast.failed(error);
    }
  }

  return (
    <Stack gap="md">
      {rows.length > 0 ? (
        <MonthGrid
          label={t('title')}
          rowsLabel={t('source')}
          rows={rows.map(({ key, source, campaign }) => ({
            key,
            name: campaign ? `${source}, ${campaign}` : source,
          }))}
          months={months}
          decimals={2}
          isReadOnly={isReadOnly}
          valueAt={(row, month) => unitsOf(at(row, month)?.amountCents)}
          write={write}
          totalOf={(row) => sums(sumsOf(spend, row), false)}
        />
      ) : (
        <Empty icon={IconCoins} title={t('none')}>
          {t('noneWhy')}
        </Empty>
      )}
      {!isReadOnly && (
        <Group>
          <NewSource onAdd={(one) => setAdded((all) => [...all, one])} />
        </Group>
      )}
    </Stack>
  );
}
