import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/de';
import { Center, Modal, Text } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useLocale, useTranslations } from 'use-intl';
import { useWeekStart } from '../../api/preferences.ts';
import { useFormats } from '../../parts/format.ts';
import { languageOf } from '../../text/languages.ts';
import type { Asked } from './desk.ts';
import { useIsPhone } from './use-is-phone.ts';

type Props = { asked: Extract<Asked, { what: 'day' }>; close: () => void };

export function PickDay({ asked, close }: Props) {
  const t = useTranslations('today');
  const common = useTranslations('common');
  const locale = useLocale();
  const { today } = useFormats();
  const pick = (day: string | null) => {
    if (day) asked.picked(day);
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      size="auto"
      title={t('pickDay')}
      closeButtonProps={{ 'aria-label': common('close'), size: useIsPhone() ? 44 : 28, iconSize: 18 }}
    >
      <Text c="var(--rapport-quiet)" maw={280} mb="sm" lineClamp={2}>
        {asked.title}
      </Text>
      <Center>
        <DatePicker
          firstDayOfWeek={useWeekStart()}
          weekendDays={[]}
          minDate={today}
          locale={languageOf(locale) ?? 'en'}
          onChange={pick}
          value={null}
          ariaLabels={{ previousMonth: t('previousMonth'), nextMonth: t('nextMonth') }}
        />
      </Center>
    </Modal>
  );
}
