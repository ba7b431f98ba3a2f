import { Button } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type AnyRecord, permissionFor, titleOf } from '../../../api/kinds.ts';
import { useMay } from '../../../app/me.ts';
import { Waiting } from '../../../app/waiting.tsx';
import { BackLink } from '../../../parts/back-link.tsx';
import { Empty } from '../../../parts/empty.tsx';
import { ProblemBox } from '../../../parts/problem.tsx';
import { Screen } from '../../../parts/screen.tsx';
import { useIsPhone } from '../../../parts/use-is-phone.ts';
import { useKeepApart } from '../keep-apart.ts';
import type { MatchKind } from '../likeness.ts';
import { useDuplicatesSearch } from '../search.ts';
import classes from './compare.module.css';
import { CompareStack } from './stack.tsx';
import { CompareTable } from './table.tsx';
import { type Compared, useCompared } from './use-compared.ts';
import { useMerge } from './use-merge.ts';

type Props = { kind: MatchKind; compared: Compared };

/** Of two one may say that they are not one. */
function KeepApart({ kind, records }: { kind: MatchKind; records: AnyRecord[] }) {
  const t = useTranslations('duplicates');
  const may = useMay();
  const navigate = useNavigate();
  const keepApart = useKeepApart(kind);
  const [one, other, ...more] = records;
  if (!(one && other) || more.length > 0 || !may(permissionFor(kind, 'edit'))) return null;
  const said = async () => {
    if (await keepApart([one, other])) void navigate({ to: '/duplicates', search: { kind } });
  };
  return (
    <Button variant="default" onClick={() => void said()}>
      {t('notDuplicate')}
    </Button>
  );
}

/** What a merge does, in a sentence, and the button that does it. */
function Foot({ kind, compared }: Props) {
  const t = useTranslations('duplicates');
  const { merge, isSending } = useMerge(kind);
  const { survivor, records, rows, body, error, mayMerge } = compared;
  if (!survivor) return null;
  const named = Object.fromEntries(
    rows.differing.flatMap(({ field, outcome }) => (outcome ? [[field.name, outcome.value]] : [])),
  );
  const title = titleOf(kind, { ...survivor, ...named });
  return (
    <div className={classes.foot}>
      <p>{mayMerge ? t(`what.${kind}`, { title }) : t('mayNot')}</p>
      <div className={classes.acts}>
        <KeepApart kind={kind} records={records} />
        {mayMerge && (
          <Button
            loading={isSending}
            disabled={error !== undefined}
            onClick={() => void merge(survivor.id, body)}
          >
            {t('merge')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Side(props: Props) {
  const isPhone = useIsPhone();
  const { error } = props.compared;
  return (
    <div className={classes.screen}>
      {error && (
        <div className={classes.problem}>
          <ProblemBox error={error} />
        </div>
      )}
      {isPhone ? <CompareStack {...props} /> : <CompareTable {...props} />}
      <Foot {...props} />
    </div>
  );
}

function Body({ kind, ids }: { kind: MatchKind; ids: string[] }) {
  const t = useTranslations('duplicates');
  const compared = useCompared(kind, ids);
  if (compared.isWaiting) return <Waiting />;
  if (compared.isWhole) return <Side kind={kind} compared={compared} />;
  return (
    <Empty icon={IconCopyCheck} title={t('tooFew')}>
      {t('tooFewWhy')}
    </Empty>
  );
}

/** Records side by side, to be made one. */
export function CompareScreen() {
  const t = useTranslations('duplicates');
  const { kind, ids } = useDuplicatesSearch();
  const back = <BackLink to="/duplicates" search={{ kind }} aria-label={t('back')} />;
  return (
    <Screen title={t(`compareTitle.${kind}`)} flush before={back}>
      <Body key={ids.join()} kind={kind} ids={ids} />
    </Screen>
  );
}
