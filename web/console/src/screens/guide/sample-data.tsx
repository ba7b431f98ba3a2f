import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { SampleData as Answer } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import { ProblemBox } from '../../parts/problem.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useIsPhone } from '../today/use-is-phone.ts';
import classes from './guide.module.css';

const sampleQuery = queryOptions({ queryKey: ['sample-data'], queryFn: () => api().getSampleData() });
const countsOf = ({ made }: Answer) => ({
  contacts: made.contact,
  companies: made.company,
  deals: made.deal,
  tasks: made.task,
  orders: made.order,
});

const tries = 40;
const pauseMs = 250;
/** Lists follow a write within a second or two: what is shown then is what there is. */
async function untilListed(count: number): Promise<void> {
  for (let n = 0; n < tries; n++) {
    const { items } = await api().listContacts({ query: { tag: 'sample', limit: 100 } });
    if (items.length === count) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** Makes or removes it; whatever is shown may have changed then. */
function useSample(run: () => Promise<unknown>, said: string) {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: run,
    onSuccess: async () => {
      await client.invalidateQueries();
      toast.done({ message: said });
    },
  });
}

function Make({ isRest }: { isRest: boolean }) {
  const t = useTranslations('guide.sample');
  const making = useSample(async () => {
    const { made } = await api().createSampleData();
    await untilListed(made.contact);
  }, t('made'));
  return (
    <>
      <Text className={classes.quiet} role="status">
        {making.isPending ? t('making') : isRest ? t('partly') : t('about')}
      </Text>
      <Button
        variant="default"
        className={classes.action}
        loading={making.isPending}
        onClick={() => making.mutate()}
      >
        {isRest ? t('goOn') : t('make')}
      </Button>
      {making.error && <ProblemBox error={making.error} />}
    </>
  );
}

/** Says what is removed before it is. */
function Remove({ sample }: { sample: Answer }) {
  const t = useTranslations('guide.sample');
  const common = useTranslations('common');
  const [isOpen, { open, close }] = useDisclosure();
  const removing = useSample(async () => {
    await api().deleteSampleData();
    await untilListed(0);
    close();
  }, t('removed'));
  return (
    <>
      <Text className={classes.quiet}>{t('here', countsOf(sample))}</Text>
      <Button variant="default" className={classes.action} onClick={open}>
        {t('remove')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('removeTitle')}
        closeButtonProps={{ 'aria-label': common('close'), size: useIsPhone() ? 44 : 28, iconSize: 18 }}
      >
        <Stack>
          <Text>{t('removeWhat', countsOf(sample))}</Text>
          <Text>{t('removeStays')}</Text>
          {removing.error && <ProblemBox error={removing.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {common('cancel')}
            </Button>
            <Button color="red.8" loading={removing.isPending} onClick={() => removing.mutate()}>
              {t('remove')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

/** Sample data with one click in and one out. Where it is not offered it is only shown as long as it is there. */
export function SampleData({ isOffered = false }: { isOffered?: boolean }) {
  const { data } = useQuery(sampleQuery);
  if (!data || (!data.exists && !isOffered)) return null;
  return (
    <div className={isOffered ? classes.sample : `${classes.sample} ${classes.card}`}>
      {data.exists && <Remove sample={data} />}
      {!(data.exists && data.complete) && <Make isRest={data.exists} />}
    </div>
  );
}
