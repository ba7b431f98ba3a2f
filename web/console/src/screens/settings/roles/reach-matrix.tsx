import { Checkbox, NativeSelect, Table, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { RolePolicy } from '../../../../../client/src/index.ts';
import { useIsPhone } from '../../../parts/use-is-phone.ts';
import {
  canReach,
  type PolicyKind,
  policyKinds,
  type Rights,
  reaches,
  rightsOf,
  type Verb,
  verbs,
  withReach,
  withRights,
} from './policy.ts';
import classes from './roles.module.css';

type Records = RolePolicy['records'];
type Props = { records: Records; onChange: (records: Records) => void; isReadOnly: boolean };

/** Of every kind of record, whose one may read, create, edit, delete and export. */
export function ReachMatrix(props: Props) {
  const t = useTranslations('settings.roles');
  const isPhone = useIsPhone();
  return (
    <section>
      <Title order={2}>{t('records')}</Title>
      <p className={classes.about}>{t('recordsWhy')}</p>
      {isPhone ? <ReachLists {...props} /> : <ReachTable {...props} />}
    </section>
  );
}

const verbsOf = (kind: PolicyKind) => verbs.filter((verb) => kind !== 'activity' || verb !== 'read');

function useKindName() {
  const t = useTranslations('settings.roles');
  const kinds = useTranslations('kinds.many');
  return (kind: PolicyKind) => (kind === 'activity' ? t('activities') : kinds(kind));
}

function ReachTable({ records, onChange, isReadOnly }: Props) {
  const t = useTranslations('settings.roles');
  const nameOf = useKindName();
  return (
    <Table className={classes.matrix} aria-label={t('records')} verticalSpacing={4} horizontalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('kindOfRecord')}</Table.Th>
          {verbs.map((verb) => (
            <Table.Th key={verb}>{t(`verbs.${verb}`)}</Table.Th>
          ))}
          <Table.Th>{t('unassigned')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {policyKinds.map((kind) => {
          const cell = { kind, rights: rightsOf(records, kind), isReadOnly };
          const change = (rights: Rights) => onChange(withRights(records, kind, rights));
          return (
            <Table.Tr key={kind}>
              <Table.Th scope="row">{nameOf(kind)}</Table.Th>
              {verbs.map((verb) => (
                <Table.Td key={verb}>
                  {verbsOf(kind).includes(verb) ? (
                    <ReachCell {...cell} verb={verb} onChange={change} />
                  ) : (
                    <span className={classes.none}>{t('asContact')}</span>
                  )}
                </Table.Td>
              ))}
              <Table.Td>
                <Unassigned {...cell} onChange={change} />
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function ReachLists({ records, onChange, isReadOnly }: Props) {
  const t = useTranslations('settings.roles');
  const nameOf = useKindName();
  return policyKinds.map((kind) => {
    const cell = { kind, rights: rightsOf(records, kind), isReadOnly };
    const change = (rights: Rights) => onChange(withRights(records, kind, rights));
    return (
      <fieldset key={kind} className={classes.kind}>
        <legend>{nameOf(kind)}</legend>
        {verbsOf(kind).map((verb) => (
          <div key={verb} className={classes.line}>
            <span aria-hidden>{t(`verbs.${verb}`)}</span>
            <ReachCell {...cell} verb={verb} onChange={change} />
          </div>
        ))}
        <div className={classes.line}>
          <span aria-hidden>{t('unassigned')}</span>
          <Unassigned {...cell} onChange={change} />
        </div>
      </fieldset>
    );
  });
}

type CellProps = {
  kind: PolicyKind;
  rights: Rights;
  isReadOnly: boolean;
  onChange: (rights: Rights) => void;
};

function ReachCell({ kind, rights, verb, isReadOnly, onChange }: CellProps & { verb: Verb }) {
  const t = useTranslations('settings.roles');
  const nameOf = useKindName();
  const reach = rights[verb];
  if (isReadOnly)
    return <span className={reach === 'none' ? classes.none : ''}>{t(`reaches.${reach}`)}</span>;
  return (
    <NativeSelect
      size="xs"
      aria-label={t('cell', { kind: nameOf(kind), verb: t(`verbs.${verb}`) })}
      value={reach}
      data={reaches.map((value) => ({
        value,
        label: t(`reaches.${value}`),
        disabled: !canReach(rights, verb, value),
      }))}
      onChange={({ currentTarget }) =>
        onChange(withReach(rights, verb, currentTarget.value as (typeof reaches)[number]))
      }
    />
  );
}

function Unassigned({ kind, rights, isReadOnly, onChange }: CellProps) {
  const t = useTranslations('settings.roles');
  const common = useTranslations('common');
  const nameOf = useKindName();
  if (isReadOnly)
    return (
      <span className={rights.unassigned ? '' : classes.none}>
        {common(rights.unassigned ? 'yes' : 'no')}
      </span>
    );
  return (
    <Checkbox
      aria-label={t('cell', { kind: nameOf(kind), verb: t('unassigned') })}
      checked={rights.unassigned}
      onChange={({ currentTarget }) => onChange({ ...rights, unassigned: currentTarget.checked })}
    />
  );
}
