import {
  type Icon,
  IconArrowRight,
  IconArrowsSplit2,
  IconBell,
  IconCheckbox,
  IconClock,
  IconHandStop,
  IconMail,
  IconPencil,
  IconTag,
  IconTagOff,
  IconUserShare,
  IconWebhook,
} from '@tabler/icons-react';
import type { Deed } from './definition.ts';

export const deedIcons: Record<Deed, Icon> = {
  send_mail: IconMail,
  create_task: IconCheckbox,
  notify: IconBell,
  wait: IconClock,
  branch: IconArrowsSplit2,
  assign: IconUserShare,
  set_field: IconPencil,
  add_tag: IconTag,
  remove_tag: IconTagOff,
  move_deal: IconArrowRight,
  call_webhook: IconWebhook,
  stop: IconHandStop,
};
