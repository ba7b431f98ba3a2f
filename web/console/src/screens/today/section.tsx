import { Badge, Skeleton, Text, Title, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import type { Line } from './lines/line.ts';
import { LineView } from './lines/line-view.tsx';
import classes from './today.module.css';

/** Which sections are open is remembered on the device. */
function useOpen(name: string, isOpenFirst: boolean) {
  const [open, setOpen] = useLocalStorage<Record<string, boolean>>({
    key: 'rapport.today.open',
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const isOpen = open[name] ?? isOpenFirst;
  return { isOpen, toggle: () => setOpen((before) => ({ ...before, [name]: !isOpen })) };
}

type Props = {
  name: string;
  title: string;
  count?: number | undefined;
  order?: 2 | 3;
  isOpenFirst?: boolean;
  isUrgent?: boolean;
  children: ReactNode;
};
/** A heading that opens and closes what is below it. */
export function Section({ name, title, count, order = 2, isOpenFirst = true, isUrgent, children }: Props) {
  const t = useTranslations('today');
  const { isOpen, toggle } = useOpen(name, isOpenFirst);
  const id = useId();
  return (
    <section className={classes.section} data-order={order}>
      <Title order={order} className={classes.heading}>
        <UnstyledButton className={classes.toggle} aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
          <IconChevronDown size={16} className={classes.chevron} data-open={isOpen} aria-hidden />
          {title}
          {count !== undefined && (
            <Badge
              className={classes.count}
              data-urgent={(isUrgent && count > 0) || undefined}
              variant="default"
              size="sm"
              aria-label={t('count', { count })}
            >
              {count}
            </Badge>
          )}
        </UnstyledButton>
      </Title>
      <div id={id}>{isOpen && children}</div>
    </section>
  );
}

export function Lines({ lines }: { lines: Line[] }) {
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <LineView key={line.key} line={line} />
      ))}
    </ul>
  );
}

export function LinesWaiting() {
  const t = useTranslations('common');
  return (
    <div role="status" aria-label={t('loading')}>
      {[70, 50, 60].map((width) => (
        <div key={width} className={classes.waiting}>
          <Skeleton circle h={20} />
          <Skeleton h={14} w={`${width}%`} />
        </div>
      ))}
    </div>
  );
}

/** A section of lines: those that there are, else a word on what will stand there. */
export function LineSection({
  lines,
  none,
  ...section
}: Omit<Props, 'children' | 'count'> & { lines: Line[] | undefined; none: string }) {
  return (
    <Section {...section} count={lines?.length}>
      {!lines && <LinesWaiting />}
      {lines?.length === 0 && <Text className={classes.none}>{none}</Text>}
      {lines && lines.length > 0 && <Lines lines={lines} />}
    </Section>
  );
}
