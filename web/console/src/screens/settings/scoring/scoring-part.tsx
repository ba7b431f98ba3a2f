import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ModelCard } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { Card } from './card.tsx';
import { RulesEditor } from './rules-editor.tsx';
import classes from './scoring.module.css';
import { rulesKey } from './use-rules-form.ts';

function LearnNow({ asked }: { asked: () => void }) {
  const t = useTranslations('settings.scoring');
  const toast = useToast();
  const may = useMay()('workspaces:write');
  const [isAsking, setAsking] = useState(false);
  if (!may) return null;
  const learn = async () => {
    setAsking(true);
    try {
      await Promise.all([api().learnScoring(), api().learnRisk()]);
      toast.done({ message: t('asked') });
      asked();
    } catch (error) {
      toast.failed(error);
    }
    setAsking(false);
  };
  return (
    <Button variant="default" loading={isAsking} onClick={() => void learn()}>
      {t('learn')}
    </Button>
  );
}

/** What scores and risks come from: the rules, and a card of what was learned for each, with how good that is. */
export function ScoringPart() {
  const scoring = useQuery({
    queryKey: ['scoring', 'cards'],
    queryFn: ({ signal }) => api().getScoring({}, { signal }),
  });
  const rules = useQuery({
    queryKey: rulesKey,
    queryFn: ({ signal }) => api().getScoringRules({}, { signal }),
  });
  return (
    <SettingsPart id="scoring" actions={<LearnNow asked={() => void scoring.refetch()} />}>
      <Loaded query={rules}>{(now) => <RulesEditor rules={now} />}</Loaded>
      <div className={classes.cards}>
        <Loaded query={scoring}>
          {({ cards }) => cards.map((card: ModelCard) => <Card key={card.purpose} card={card} />)}
        </Loaded>
      </div>
    </SettingsPart>
  );
}
