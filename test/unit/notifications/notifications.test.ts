import { describe, expect, it } from 'vitest';
import { weekdays } from '../../../shared/core/local-day.ts';
import {
  firstIdAt,
  lastIdAt,
  Notification,
  newNotification,
} from '../../../shared/notifications/notification.ts';
import { notificationText } from '../../../shared/notifications/notification-text.ts';
import { channelsOf, notificationTypes } from '../../../shared/notifications/notification-types.ts';
import { heldUntil, isEndless, quietUntil } from '../../../shared/notifications/quiet-hours.ts';
import { acme, ann, ben, noon } from '../../fixtures/ids.ts';

const asked = { workspaceId: acme, userId: ann, type: 'mention', id: 'ch_1.0' } as const;
const how = { onConsole: true, mark: '', now: noon };
const idOf = (over: object = {}, at = noon) => newNotification({ ...asked, ...over }, at, how).id;

describe('a notification', () => {
  it('has one id for one asking, and another for another user, type, thing and moment', () => {
    expect(idOf()).toBe(idOf());
    const others = [
      idOf({ userId: ben }),
      idOf({ type: 'rule' }),
      idOf({ id: 'ch_1.1' }),
      idOf({}, '2026-11-22T12:00:00.001Z'),
    ];
    expect(new Set([idOf(), ...others]).size).toBe(5);
  });

  it('stands in the order of moments', () => {
    const later = '2026-11-22T12:00:00.001Z';
    expect([idOf({}, later), lastIdAt(noon), idOf(), firstIdAt(noon)].sort()).toEqual([
      firstIdAt(noon),
      idOf(),
      lastIdAt(noon),
      idOf({}, later),
    ]);
  });

  it('holds no words but a rule’s, and goes after 90 days', () => {
    const one = Notification.parse(newNotification({ ...asked, about: 'ct_1', byId: ben }, noon, how));
    expect(one.expiresAt * 1000 - Date.parse(noon)).toBe(90 * 86_400_000);
    expect(Object.keys(one).sort()).toEqual([
      'about',
      'byId',
      'createdAt',
      'expiresAt',
      'id',
      'onConsole',
      'topic',
      'userId',
      'workspaceId',
    ]);
  });
});

describe('what a notification says', () => {
  it.each(notificationTypes)('names no record that is out of sight: %s', (type) => {
    for (const language of ['en', 'de'] as const) {
      const text = notificationText(type, {}, language);
      expect(text.length).toBeGreaterThan(5);
      expect(text).not.toMatch(/undefined/);
    }
  });

  it('is in the reader’s language', () => {
    const said = { name: 'Ada Lovelace', by: 'Ben' };
    expect(notificationText('mention', said, 'en')).toBe('Ben mentioned you in a note on Ada Lovelace');
    expect(notificationText('mention', {}, 'de')).toBe(
      'Jemand hat Sie in einer Notiz erwähnt: ein Datensatz',
    );
  });
});

it('what somebody says of a type stands for that channel alone', () => {
  expect(channelsOf('mention', { mention: { mail: false } })).toEqual({ console: true, mail: false });
  expect(channelsOf('mention', { rule: { mail: true } })).toEqual({ console: true, mail: true });
});

describe('quiet hours', () => {
  const berlin = 'Europe/Berlin';
  const night = { from: '22:00', to: '07:00' };
  it.each([
    ['2026-11-24T20:59:59.999Z', undefined],
    ['2026-11-24T21:00:00.000Z', '2026-11-25T06:00:00.000Z'],
    ['2026-11-25T05:59:59.999Z', '2026-11-25T06:00:00.000Z'],
    ['2026-11-25T06:00:00.000Z', undefined],
  ])('over midnight: at %s they last until %s', (now, end) => {
    expect(quietUntil(night, now, berlin)).toBe(end);
  });

  it('begin on their days alone, and whole days that follow each other are one', () => {
    const weekend = { from: '00:00', to: '00:00', days: ['saturday', 'sunday'] } as const;
    expect(quietUntil(weekend, '2026-11-27T12:00:00.000Z', berlin)).toBeUndefined();
    expect(quietUntil(weekend, '2026-11-28T12:00:00.000Z', berlin)).toBe('2026-11-29T23:00:00.000Z');
  });

  it('end by the wall clock over a change of the clocks', () => {
    expect(quietUntil(night, '2026-03-28T22:00:00.000Z', berlin)).toBe('2026-03-29T05:00:00.000Z');
    expect(quietUntil(night, '2026-10-24T22:00:00.000Z', berlin)).toBe('2026-10-25T06:00:00.000Z');
  });

  it.each([
    [{ from: '09:00', to: '09:00' }, true],
    [{ from: '09:00', to: '09:00', days: weekdays }, true],
    [{ from: '09:00', to: '09:00', days: weekdays.slice(0, 6) }, false],
    [{ from: '09:00', to: '08:59' }, false],
    [{ from: '00:00', to: '23:59' }, false],
    [{ from: '09:00', to: '09:00', days: [] }, false],
  ])('that never end are known: %j', (hours, never) => {
    expect(isEndless(hours)).toBe(never);
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'])(
    'in %s hold nothing for longer than nine days, and end behind the moment they are asked for, over all changes of the clocks',
    (timeZone) => {
      const times = ['00:00', '01:45', '02:00', '02:15', '02:30', '03:00', '23:59'];
      const days = [undefined, ['saturday', 'sunday'], ['monday']] as const;
      const all = times.flatMap((from) => times.flatMap((to) => days.map((on) => ({ from, to, days: on }))));
      const moments = ['2026-03-08T07:00:00.000Z', '2026-03-28T23:00:00.000Z', '2026-04-04T15:10:00.000Z'];
      const more = ['2026-10-03T15:40:00.000Z', '2026-10-25T00:30:00.000Z', '2026-11-01T05:30:00.000Z'];
      for (const madeAt of [...moments, ...more])
        for (const hours of all) {
          let now = madeAt;
          for (let held = heldUntil(hours, { madeAt, now }, timeZone); held; ) {
            expect(held > now).toBe(true);
            now = held;
            held = heldUntil(hours, { madeAt, now }, timeZone);
          }
          expect((Date.parse(now) - Date.parse(madeAt)) / 86_400_000).toBeLessThanOrEqual(9);
        }
    },
  );

  it('are none where nothing is said', () => {
    expect(quietUntil(undefined, noon, 'UTC')).toBeUndefined();
  });
});
