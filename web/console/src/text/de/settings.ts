import type { settings as en } from '../en/settings.ts';
import { audit } from './settings/audit.ts';
import { erasures } from './settings/erasures.ts';
import { exports } from './settings/exports.ts';
import { fields } from './settings/fields.ts';
import { form } from './settings/form.ts';
import { forms } from './settings/forms.ts';
import { keys } from './settings/keys.ts';
import { mail } from './settings/mail.ts';
import { mailboxes } from './settings/mailboxes.ts';
import { months } from './settings/months.ts';
import { parts } from './settings/parts.ts';
import { pipelines } from './settings/pipelines.ts';
import { refusals } from './settings/refusals.ts';
import { roles } from './settings/roles.ts';
import { rules } from './settings/rules.ts';
import { scoring } from './settings/scoring.ts';
import { secret } from './settings/secret.ts';
import { segments } from './settings/segments.ts';
import { sort } from './settings/sort.ts';
import { spend } from './settings/spend.ts';
import { targets } from './settings/targets.ts';
import { teams } from './settings/teams.ts';
import { templates } from './settings/templates.ts';
import { users } from './settings/users.ts';
import { webhooks } from './settings/webhooks.ts';
import { workspace } from './settings/workspace.ts';

export const settings: typeof en = {
  title: 'Einstellungen',
  back: 'Alle Einstellungen',
  actions: 'Aktionen',
  groups: {
    company: 'Firma',
    people: 'Personen',
    selling: 'Datensätze',
    automation: 'Automatisches',
    channels: 'Formulare und Postfächer',
    developers: 'Entwicklung',
    privacy: 'Datenschutz und Sicherheit',
  },
  parts,
  blanks: {
    title: 'Lücke einfügen',
    what: 'Was eingesetzt wird',
    otherwise: 'Wenn das nicht bekannt ist',
    otherwiseExample: 'etwa „zusammen“',
    insert: 'Einfügen',
  },
  form,
  forms,
  roles,
  rules,
  users,
  teams,
  templates,
  pipelines,
  sort,
  fields,
  keys,
  mail,
  mailboxes,
  secret,
  webhooks,
  audit,
  erasures,
  exports,
  scoring,
  segments,
  months,
  spend,
  targets,
  refusals,
  workspace,
};
