/** What people are told of, and where they are where they have said nothing. */
const channels = {
  task_reminder: { console: true, mail: false },
  task_assigned: { console: true, mail: false },
  record_assigned: { console: true, mail: false },
  mention: { console: true, mail: true },
  deal_idle: { console: true, mail: true },
  mail_received: { console: true, mail: false },
  rule: { console: true, mail: false },
  rule_paused: { console: true, mail: true },
  webhook_paused: { console: true, mail: false }, // which has a mail of its own
  import_finished: { console: true, mail: false },
  export_ready: { console: true, mail: false },
  mail_doubtful: { console: true, mail: false },
} as const;
export type NotificationType = keyof typeof channels;
export const notificationTypes = Object.keys(channels) as [NotificationType, ...NotificationType[]];

/** Where somebody wants to be told of a type. */
export type Channels = { console: boolean; mail: boolean };
type Said = Partial<Record<NotificationType, Partial<Channels> | undefined>>;
export const channelsOf = (type: NotificationType, said: Said = {}): Channels => ({
  ...channels[type],
  ...said[type],
});
