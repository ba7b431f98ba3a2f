import { Button, Select, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMay } from '../../../app/me.ts';
import { useFields } from '../../../fields/use-fields.ts';
import { type Condition, type Group, parse, write } from '../../lists/filter/condition.ts';
import { filterDefs, firstTest } from '../../lists/filter/defs.ts';
import { GroupEditor } from '../../lists/filter/group-editor.tsx';
import { SegmentPreview } from '../../lists/views/segment-preview.tsx';
import { ConditionText } from '../segments/condition-text.tsx';
import type { RuleProps } from './rule-list.tsx';
import classes from './scoring.module.css';

type Props = RuleProps<'fit'>;
type Asks = 'when' | 'business' | 'free';

/** What a rule of fit asks of a contact: a condition, or of what kind its address is. */
export function FitAsks({ form, rule }: Props) {
  const t = useTranslations('settings.scoring');
  const { when, mail, ...named } = rule;
  const choose = (asks: Asks) => form.put(rule.id, asks === 'when' ? named : { ...named, mail: asks });
  return (
    <Select
      label={t('asks')}
      allowDeselect={false}
      data={(['when', 'business', 'free'] as const).map((value) => ({ value, label: t(`asksOf.${value}`) }))}
      value={mail ?? 'when'}
      onChange={(value) => value && value !== (mail ?? 'when') && choose(value as Asks)}
      disabled={form.isReadOnly}
    />
  );
}

const none: ReadonlyMap<number, string> = new Map();
/** A score goes by nothing that is itself reckoned. */
const isReckoned = ({ name, isOnlyAsked }: { name: string; isOnlyAsked: boolean }) =>
  isOnlyAsked || name === 'score';

function Editor({ when, onChange }: { when: Condition | undefined; onChange: (when?: Condition) => void }) {
  const fields = useFields('contact');
  const defs = useMemo(() => filterDefs(fields.filter((field) => !isReckoned(field))), [fields]);
  const [root, setRoot] = useState<Group>(() => {
    const there = parse(when);
    const [first] = defs.values();
    return there.parts.length > 0 || !first ? there : { ...there, parts: [firstTest(first)] };
  });
  const set = (next: Group) => {
    setRoot(next);
    onChange(write(next));
  };
  return <GroupEditor group={root} defs={defs} faults={none} onChange={set} />;
}

/** The condition of a rule in words, opened to be changed; and of how many of the newest contacts it holds. */
export function Holds({ form, rule }: Props) {
  const t = useTranslations('settings.scoring');
  const may = useMay();
  const { when, mail, ...named } = rule;
  const [isOpen, setOpen] = useState(when === undefined);
  const fault = form.ruleFault(rule.id, 'when', t('whenMissing'));
  if (mail) return null;
  return (
    <div className={classes.holds}>
      {when && (
        <Text span>
          <ConditionText of="contact" condition={when} />
        </Text>
      )}
      {!form.isReadOnly && (
        <Button
          variant="subtle"
          size="compact-sm"
          mih={30}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'conditionDone' : 'conditionChange')}
        </Button>
      )}
      {isOpen && !form.isReadOnly && (
        <div className={classes.editor}>
          <Editor
            when={when}
            onChange={(next) => form.put(rule.id, { ...named, ...(next && { when: next }) })}
          />
          {when && may('segments:read') && <SegmentPreview of="contact" condition={when} />}
        </div>
      )}
      {fault && (
        <p role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
    </div>
  );
}
