import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { groups, type parts, type SettingsPartId } from '../registry.ts';
import classes from '../settings.module.css';

type Props = { parts: (typeof parts)[number][]; current: SettingsPartId | undefined };

/** The parts that one may see, by their groups. */
export function PartsList({ parts: mine, current }: Props) {
  const t = useTranslations('settings');
  const shown = groups.map((group) => ({ group, those: mine.filter((part) => part.group === group) }));
  return (
    <nav aria-label={t('title')}>
      {shown
        .filter(({ those }) => those.length > 0)
        .map(({ group, those }) => (
          <section key={group} aria-labelledby={`settings-${group}`}>
            <div className={classes.group} id={`settings-${group}`}>
              {t(`groups.${group}`)}
            </div>
            <ul className={classes.items}>
              {those.map(({ id, icon: Icon }) => (
                <li key={id}>
                  <Link
                    to="/settings/$part"
                    params={{ part: id }}
                    className={classes.item}
                    aria-current={id === current ? 'page' : undefined}
                  >
                    <Icon size={18} stroke={1.75} aria-hidden />
                    {t(`parts.${id}.name`)}
                    <IconChevronRight size={18} className={classes.chevron} aria-hidden />
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </nav>
  );
}
