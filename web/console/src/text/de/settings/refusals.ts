import type { settings } from '../../en/settings.ts';

export const refusals: (typeof settings)['refusals'] = {
  permission_missing: 'Das dürfen Sie nicht. Fragen Sie einen Administrator.',
  field_key_taken: 'Ein anderes Feld hat diesen Schlüssel. Wählen Sie einen anderen.',
  too_many_fields: 'Diese Art hat schon hundert Felder. Löschen Sie eines, das im Archiv ist.',
  field_not_archived: 'Legen Sie das Feld zuerst ins Archiv.',
  too_many_segments: 'Diese Art hat schon fünfzig Segmente, oder ihre Bedingungen sind zu lang.',
  stage_in_use:
    'Eine Phase, die entfernt oder von anderer Art wird, hat noch Geschäfte. Verschieben Sie sie zuerst.',
  pipeline_in_use: 'Die Pipeline hat noch Geschäfte, oder neue beginnen in ihr.',
  role_out_of_reach: 'Eine dieser Rollen darf mehr als Sie, darum können Sie sie nicht geben.',
  user_inactive: 'Die Person wurde deaktiviert oder entfernt. Lassen Sie sie in der Liste wieder herein.',
  too_many_workspaces: 'Die Person ist schon in zwanzig Arbeitsbereichen.',
  last_admin:
    'Das ist der letzte Administrator, der sich angemeldet hat. Machen Sie zuerst jemand anderen dazu.',
  user_removed: 'Die Person wurde für immer entfernt. Laden Sie sie neu ein.',
  user_active: 'Deaktivieren Sie die Person zuerst.',
  reassignment_running: 'Was die Person hatte, wird noch übergeben. Versuchen Sie es später noch einmal.',
  invitation_accepted: 'Die Person hat sich schon angemeldet.',
  role_name_taken: 'Eine andere Rolle heißt so.',
  too_many_roles: 'Es gibt schon fünfzig Rollen.',
  role_in_use: 'Jemand oder ein Schlüssel hat diese Rolle noch.',
  team_name_taken: 'Ein anderes Team heißt so.',
  team_member_taken: 'Jemand ist schon in einem anderen Team. Nehmen Sie ihn dort zuerst heraus.',
  too_many_teams: 'Mehr Teams kann es nicht geben.',
  needs_session: 'Ein Schlüssel kann keine Schlüssel machen: Melden Sie sich an.',
  role_not_held: 'Sie können einem Schlüssel nur Rollen geben, die Sie haben.',
  too_many_keys: 'Sie haben zwanzig Schlüssel, die gelten. Widerrufen Sie zuerst einen.',
  too_many_webhooks: 'Es gibt schon zwanzig Webhooks.',
  condition_out_of_reach: 'Die Bedingung fragt nach Datensätzen, die Sie nicht lesen dürfen.',
  field_forbidden: 'Die Bedingung fragt nach einem Feld, das vor Ihnen verborgen ist.',
  delivery_not_settled: 'Es ist noch unterwegs.',
  webhook_paused: 'Der Webhook ist angehalten. Lassen Sie ihn zuerst weiterlaufen.',
  too_many_exports:
    'Fünf Ihrer Exporte werden schon geschrieben. Warten Sie auf einen, oder brechen Sie einen ab.',
  contact_erased: 'Die Person wurde gelöscht.',
};
