import { NativeSelect, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { SettingPermission } from '../../../../../client/src/index.ts';
import { type Level, levelOf, levels, resources, withLevel } from './policy.ts';
import classes from './roles.module.css';

type Props = {
  settings: SettingPermission[];
  onChange: (settings: SettingPermission[]) => void;
  isReadOnly: boolean;
};

/** Which settings one reads, and which one changes. */
export function SettingLevels({ settings, onChange, isReadOnly }: Props) {
  const t = useTranslations('settings.roles');
  return (
    <section>
      <Title order={2}>{t('settings')}</Title>
      <p className={classes.about}>{t('settingsWhy')}</p>
      <div className={classes.levels}>
        {resources.map((resource) => {
          const level = levelOf(settings, resource);
          return (
            <div key={resource} className={classes.line}>
              <span aria-hidden={!isReadOnly}>{t(`resources.${resource}`)}</span>
              {isReadOnly ? (
                <span className={level === 'none' ? classes.none : ''}>{t(`levels.${level}`)}</span>
              ) : (
                <NativeSelect
                  size="xs"
                  aria-label={t(`resources.${resource}`)}
                  value={level}
                  data={levels.map((value) => ({ value, label: t(`levels.${value}`) }))}
                  onChange={({ currentTarget }) =>
                    onChange(withLevel(settings, resource, currentTarget.value as Level))
                  }
                />
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}
