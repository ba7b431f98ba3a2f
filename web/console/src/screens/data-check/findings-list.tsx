import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import type { CheckedKind, CheckName, Deed } from './checks.ts';
import classes from './data-check.module.css';
import { DeedForm } from './deed-form.tsx';
import { isPossible, useMayDo } from './deeds.ts';
import { DeedsBar, useDeedName } from './deeds-bar.tsx';
import type { Finding } from './finding.ts';
import { FindingLine } from './finding-line.tsx';
import { Mark } from './mark.tsx';
import {
  everythingMarked,
  isMarked,
  type Marked,
  markedCount,
  markedOf,
  nothingMarked,
  withMark,
} from './marked.ts';
import { MendingPanel } from './mending-panel.tsx';
import { countsQuery } from './queries.ts';
import { useMending } from './use-mending.ts';

/** How many the check found, as far as that was counted. */
function useCounted(kind: CheckedKind, check: CheckName): number {
  const { data } = useQuery(countsQuery);
  return data?.kinds.find((one) => one.kind === kind)?.found[check] ?? 0;
}

type HeadProps = {
  findings: readonly Finding[];
  marked: Marked;
  setMarked: (marked: Marked) => void;
  counted: number;
  isWhole: boolean;
  canMark: boolean;
};
/** How many there are, and the way to select all that are listed, or all that there are. */
function Head({ findings, marked, setMarked, counted, isWhole, canMark }: HeadProps) {
  const t = useTranslations('dataCheck');
  const here = markedOf(marked, findings).length;
  const isAllHere = here === findings.length && here > 0;
  const total = isWhole ? findings.length : Math.max(counted, findings.length);
  const ids = findings.map(({ record }) => record.id);
  return (
    <div className={classes.head}>
      {canMark && (
        <Mark
          label={t('selectListed')}
          isOn={isAllHere}
          isPartly={here > 0 && !isAllHere}
          toggle={() => setMarked(isAllHere ? nothingMarked : withMark(nothingMarked, ids, true))}
        />
      )}
      <span>{t('left', { count: total })}</span>
      {canMark && isAllHere && !isWhole && !marked.isAll && (
        <Button variant="subtle" onClick={() => setMarked(everythingMarked)}>
          {t('selectAll', { count: total })}
        </Button>
      )}
    </div>
  );
}

type Props = {
  kind: CheckedKind;
  check: CheckName;
  deeds: readonly Deed[];
  findings: readonly Finding[];
  /** Nothing comes behind those. */
  isWhole: boolean;
  children: ReactNode;
};
const manyRecords = 100;

/** The records in which a check found something, to be selected and mended together. */
export function FindingsList({ kind, check, deeds, findings, isWhole, children }: Props) {
  const t = useTranslations('dataCheck');
  const common = useTranslations('common');
  const nameOf = useDeedName(check);
  const isPhone = useIsPhone();
  const counted = useCounted(kind, check);
  const { fields, offered } = useMayDo(kind, deeds);
  const [marked, setMarked] = useState(nothingMarked);
  const [ask, setAsk] = useState<Deed>();
  const done = () => {
    setAsk(undefined);
    setMarked(nothingMarked);
  };
  const { progress, start, stop, close } = useMending(
    { kind, check },
    { marked, listed: findings, counted, fields },
    done,
  );
  const selected = markedOf(marked, findings);
  const count = markedCount(marked, findings, counted);
  const canMark = offered.length > 0;
  const isWorking = progress?.phase === 'working';
  const isShown =
    ask !== undefined || progress?.phase === 'over' || (isWorking && progress.total > manyRecords);
  const choose = (deed: Deed) => {
    if (deed === 'suggestion' && !marked.isAll) void start({ by: 'suggestion' });
    else setAsk(deed);
  };
  const leave = () => (progress ? close() : setAsk(undefined));
  return (
    <>
      {findings.length > 0 && (
        <>
          <Head {...{ findings, marked, setMarked, counted, isWhole, canMark }} />
          <ul className={classes.findings} aria-label={t('list')} data-marks={canMark || undefined}>
            {findings.map((finding) => (
              <FindingLine
                key={finding.record.id}
                {...{ kind, check, finding, fields }}
                isMarked={isMarked(marked, finding.record.id)}
                mark={canMark ? (isOn) => setMarked(withMark(marked, [finding.record.id], isOn)) : undefined}
              />
            ))}
          </ul>
        </>
      )}
      {children}
      {selected.length > 0 && (
        <DeedsBar
          check={check}
          count={count}
          offered={offered}
          isPossible={(deed) => isPossible(deed, selected, fields)}
          isBusy={isWorking}
          choose={choose}
          clear={() => setMarked(nothingMarked)}
        />
      )}
      <Modal
        opened={isShown}
        onClose={isWorking ? stop : leave}
        title={nameOf(ask ?? offered[0] ?? 'trash')}
        closeButtonProps={{ 'aria-label': common('close'), size: isPhone ? 44 : 28, iconSize: 18 }}
        closeOnClickOutside={false}
        withCloseButton={!isWorking}
      >
        {progress ? (
          <MendingPanel kind={kind} progress={progress} onStop={stop} onClose={close} />
        ) : (
          ask && (
            <DeedForm
              {...{ deed: ask, check, fields, findings: selected, count }}
              isAll={marked.isAll}
              onStart={(job) => void start(job)}
              onClose={leave}
            />
          )
        )}
      </Modal>
    </>
  );
}
