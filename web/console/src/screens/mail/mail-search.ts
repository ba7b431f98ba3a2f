import { useNavigate, useSearch } from '@tanstack/react-router';
import type { IntakeReason } from './reasons.ts';

export const tabs = ['logged', 'skipped', 'failed', 'sent', 'suppressed'] as const;
export type MailTab = (typeof tabs)[number];

/** What is looked at, as it stands in the address. */
export type MailSearch = { tab: MailTab; reason?: IntakeReason; id?: string };

const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

/** What is looked at, and how to look at something else. */
export function useMailSearch() {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const tab = tabs.find((one) => one === raw.tab) ?? 'logged';
  const reason = textOf(raw.reason) as IntakeReason | undefined;
  const id = textOf(raw.id);
  const search: MailSearch = { tab, ...(reason && { reason }), ...(id && { id }) };
  const go = (next: MailSearch) => void navigate({ to: '/mail', search: next });
  return { ...search, go };
}
