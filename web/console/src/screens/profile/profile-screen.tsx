import { Button } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { signOut } from '../../app/session.ts';
import { Waiting } from '../../app/waiting.tsx';
import { MoreTexts } from '../../parts/more-texts.tsx';
import { Screen } from '../../parts/screen.tsx';
import { DropBox } from './drop-box.tsx';
import { Agenda, QuietHours } from './hours.tsx';
import { Look } from './look.tsx';
import classes from './profile.module.css';
import { Sessions } from './sessions.tsx';
import { Signature } from './signature.tsx';
import { Time } from './time.tsx';
import { Told } from './told.tsx';
import { You } from './you.tsx';

/** Who one is, how one likes the console to be, and where one is signed in. */
export function ProfileScreen() {
  const t = useTranslations('app');
  const leave = (
    <Button
      variant="default"
      leftSection={<IconLogout size={16} aria-hidden />}
      onClick={() => void signOut()}
    >
      {t('signOut')}
    </Button>
  );
  return (
    <Screen title={t('profile')} actions={leave}>
      <div className={classes.parts}>
        <You />
        <Look />
        <Time />
        <Suspense fallback={<Waiting />}>
          <MoreTexts part="notifications">
            <Told />
            <QuietHours />
            <Agenda />
            <Signature />
            <DropBox />
          </MoreTexts>
        </Suspense>
        <Sessions />
      </div>
    </Screen>
  );
}
