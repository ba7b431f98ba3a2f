import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Grade } from '../../../../client/src/index.ts';
import { act } from '../../api/write.ts';
import { useMay } from '../../app/me.ts';
import { useToast } from '../../parts/toast.tsx';
import { dataCheckKey, gradesQuery } from './queries.ts';

/** Grades the whole workspace's data, for who may write the workspace's settings. */
export function CheckNow() {
  const t = useTranslations('dataCheck');
  const client = useQueryClient();
  const toast = useToast();
  const may = useMay()('workspaces:write');
  const [isAsking, setAsking] = useState(false);
  if (!may) return null;
  const check = async () => {
    setAsking(true);
    try {
      const grade = await act<Grade>({ method: 'POST', path: '/v1/data-check/grades' });
      await client.cancelQueries({ queryKey: gradesQuery.queryKey });
      client.setQueryData(gradesQuery.queryKey, (all = []) => [
        grade,
        ...all.filter(({ id }) => id !== grade.id),
      ]);
      void client.invalidateQueries({ queryKey: dataCheckKey });
      toast.done({ message: t('checked', { grade: grade.grade }) });
    } catch (error) {
      toast.failed(error);
    }
    setAsking(false);
  };
  return (
    <Button variant="default" loading={isAsking} onClick={() => void check()}>
      {t('checkNow')}
    </Button>
  );
}
