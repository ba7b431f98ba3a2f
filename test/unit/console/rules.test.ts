import { createTranslator } from 'use-intl';
import { describe, expect, test } from 'vitest';
import { codes } from '../../../shared/docs/error-codes.ts';
import { blanks } from '../../../shared/rules/blanks.ts';
import { eventTypes } from '../../../shared/webhooks/event-catalogue.ts';
import type { FilterDef } from '../../../web/console/src/fields/field-def.ts';
import type {
  Definition,
  RuleEvent,
  Step,
  StepOf,
  Trigger,
} from '../../../web/console/src/screens/settings/rules/definition.ts';
import {
  beginning,
  ruleSentence,
  stepSentence,
  triggerSentence,
} from '../../../web/console/src/screens/settings/rules/rule-sentence.ts';
import type { Names, Say } from '../../../web/console/src/screens/settings/rules/say.ts';
import {
  insertStep,
  moveStep,
  newStep,
  placedSteps,
  placeStep,
  putStep,
  removeStep,
  stepAt,
} from '../../../web/console/src/screens/settings/rules/steps.ts';
import { eventsOf, withData, withEvents } from '../../../web/console/src/screens/settings/rules/triggers.ts';
import { settings as deSettings } from '../../../web/console/src/text/de/settings.ts';
import { de } from '../../../web/console/src/text/de.ts';
import { settings as enSettings } from '../../../web/console/src/text/en/settings.ts';
import { en } from '../../../web/console/src/text/en.ts';

const lifecycle: FilterDef = {
  label: 'Lifecycle',
  type: 'choice',
  path: 'lifecycle',
  operators: ['$in'],
  options: [{ value: 'lead', label: 'Lead' }],
};
const filters: Record<string, FilterDef> = {
  lifecycle,
  score: { label: 'Score', type: 'number', path: 'score', operators: ['$gte'] },
  birthday: { label: 'Birthday', type: 'date', path: 'birthday', operators: ['$within'] },
};
const names: Names = {
  template: (id) => (id === 'tp_1' ? 'Welcome' : undefined),
  user: (id) => ({ us_1: 'Ada', us_2: 'Ben' })[id],
  segment: () => ({ name: 'Big ones', of: 'deal' }),
  webhook: () => 'https://shop.example',
  form: () => 'Fair',
  stage: (id) => (id === 'won' ? 'Won' : undefined),
  field: (_, name) => filters[name],
  filter: (_, path) => filters[path],
  day: (on) => on,
};
function sayIn(locale: 'en' | 'de'): Say {
  const messages = locale === 'en' ? { ...en, settings: enSettings } : { ...de, settings: deSettings };
  const given = { locale, messages };
  return {
    t: createTranslator({ ...given, namespace: 'settings.rules.says' }),
    operators: createTranslator({ ...given, namespace: 'fields.operators' }),
    moments: createTranslator({ ...given, namespace: 'lists.moments' }),
    locale,
    names,
  };
}
const [inEnglish, inGerman] = [sayIn('en'), sayIn('de')];

const welcome: Definition = {
  trigger: { on: 'event', events: ['form.submitted'] },
  condition: { lifecycle: 'lead' },
  steps: [
    { id: 'mail', do: 'send_mail', template: { id: 'tp_1' }, to: 'contact' },
    { id: 'wait', do: 'wait', for: '3d' },
    {
      id: 'hot',
      do: 'branch',
      if: { score: { $gte: 70 } },
      of: 'record',
      yes: [
        {
          id: 'task',
          do: 'create_task',
          title: 'Call {{contact.firstName|them}}',
          dueInDays: 1,
          owner: 'record_owner',
        },
      ],
      no: [{ id: 'stop', do: 'stop' }],
    },
  ],
};

/** Of what webhooks are told of: what lies in the trash no rule does anything with, of segments a trigger of its own tells. */
const ruleEvents = eventTypes.filter(
  (type): type is RuleEvent => !/\.(deleted|purged)$/.test(type) && !/^(segment|file)\./.test(type),
);

describe('a rule', () => {
  test('is read aloud', () => {
    expect(ruleSentence(welcome, inEnglish)).toBe(
      'When a form is sent · if Lifecycle is Lead · send the mail “Welcome” to the contact · wait 3 days · if Score is at least 70 then make the task “Call [First name]” for the owner, due the next day · else stop here',
    );
    expect(ruleSentence(welcome, inGerman)).toBe(
      'Wenn ein Formular abgesendet wird · falls gilt: Lifecycle ist Lead · E-Mail „Welcome“ an den Kontakt senden · 3 Tage warten · falls gilt: Score ist mindestens 70 dann Aufgabe „Call [Vorname]“ anlegen für die zuständige Person, fällig am nächsten Tag · sonst hier aufhören',
    );
  });

  const triggers: [Trigger, string][] = [
    [
      { on: 'event', events: ['contact.created', 'mail.received'] },
      'When a contact is new or a mail comes in',
    ],
    [
      { on: 'event', events: ['contact.updated'], fields: ['score', 'lifecycle'] },
      'When “Score” or “Lifecycle” of a contact changes',
    ],
    [
      { on: 'event', events: ['deal.moved'], data: { 'deal.moved': { toStageId: 'won' } } },
      'When a deal is moved to “Won”',
    ],
    [
      { on: 'event', events: ['deal.moved'], data: { 'deal.moved': { status: 'lost' } } },
      'When a deal is lost',
    ],
    [
      { on: 'date', kind: 'contact', field: 'birthday', offsetDays: 0, at: '09:00', yearly: true },
      'On the day of “Birthday” of a contact, every year, at 09:00',
    ],
    [
      { on: 'date', kind: 'deal', field: 'birthday', offsetDays: -3, at: '08:30', yearly: false },
      '3 days before “Birthday” of a deal, at 08:30',
    ],
    [{ on: 'segment', segmentId: 'sg_1', turn: 'left' }, 'When a deal leaves the segment “Big ones”'],
  ];
  test.for(triggers)('says what begins it: %o', ([trigger, sentence]) => {
    expect(triggerSentence(trigger, inEnglish)).toBe(sentence);
  });

  const steps: [Step, string][] = [
    [
      { id: 'a', do: 'send_mail', template: 'of_source', to: 'contact', once: 'per_source' },
      'send the contact the welcome mail of the form or mailbox, once for each form or mailbox',
    ],
    [{ id: 'a', do: 'send_mail', to: 'owner' }, 'send the mail “…” to the owner'],
    [
      { id: 'a', do: 'assign', who: { how: 'round_robin', users: ['us_1', 'us_2'] } },
      'give it in turn to Ada or Ben',
    ],
    [
      {
        id: 'a',
        do: 'assign',
        who: { how: 'territory', territories: [{ countries: ['DE'], users: ['us_1'] }], users: ['us_2'] },
      },
      'give it by territory: Germany to Ada; others in turn to Ben',
    ],
    [{ id: 'a', do: 'set_field', field: 'lifecycle', value: 'lead' }, 'set “Lifecycle” to “Lead”'],
    [{ id: 'a', do: 'set_field', field: 'score', value: null }, 'empty “Score”'],
    [
      { id: 'a', do: 'notify', users: ['record_owner', 'us_1'], text: 'Look' },
      'tell the owner and Ada: “Look”',
    ],
    [
      { id: 'a', do: 'wait', until: { lifecycle: { $ne: 'lead' } }, atMost: '1w' },
      'wait until Lifecycle is not Lead, 1 week at most',
    ],
    [{ id: 'a', do: 'move_deal', stageId: '' }, 'move the deal to “…”'],
  ];
  test.for(steps)('says what it does: %o', ([step, sentence]) => {
    expect(stepSentence(step, 'contact', inEnglish)).toBe(sentence);
  });

  test('has a sentence for all that it can begin with, in both languages', () => {
    expect(Object.values(eventsOf).flat().sort()).toEqual([...ruleEvents].sort());
    for (const say of [inEnglish, inGerman])
      for (const event of ruleEvents)
        expect(beginning({ trigger: { on: 'event', events: [event] }, steps: [] }, say)).not.toContain(event);
  });

  test('asks of groups what a person would say', () => {
    const condition = {
      $or: [{ lifecycle: 'lead' }, { score: { $exists: false } }],
      $not: { score: { $gte: 9 } },
    };
    expect(beginning({ ...welcome, condition }, inEnglish)).toBe(
      'When a form is sent · if (Lifecycle is Lead or Score is empty) and not: Score is at least 9',
    );
  });
});

const ids = (steps: readonly Step[] | undefined) =>
  steps &&
  placedSteps(steps)
    .map(({ step, depth }) => `${'>'.repeat(depth - 1)}${step.id}`)
    .join(' ');

describe('the steps of a rule', () => {
  const { steps } = welcome;
  test('are moved by one place, through both sides of a branch and out of it', () => {
    const down = [steps];
    for (let n = 0; n < 5; n++) down.push(moveStep(down.at(-1) ?? [], 'mail', 1) ?? []);
    expect(down.map(ids)).toEqual([
      'mail wait hot >task >stop',
      'wait mail hot >task >stop',
      'wait hot >mail >task >stop',
      'wait hot >task >mail >stop',
      'wait hot >task >mail >stop',
      'wait hot >task >stop >mail',
    ]);
    expect(ids(moveStep(down.at(-1) ?? [], 'mail', 1))).toBe('wait hot >task >stop mail');
    const back = down.slice(1).map((one) => ids(moveStep(one, 'mail', -1)));
    expect(back).toEqual(down.slice(0, -1).map(ids));
    expect(moveStep(steps, 'mail', -1)).toBeUndefined();
  });
  test('are taken to any place, but into none of their own', () => {
    const [yes, no] = (['yes', 'no'] as const).map((side) => ({ of: 'hot', side }));
    expect(ids(placeStep(steps, 'mail', { list: no, at: 1 }))).toBe('wait hot >task >stop >mail');
    expect(ids(placeStep(steps, 'task', { list: undefined, at: 0 }))).toBe('task mail wait hot >stop');
    expect(ids(placeStep(steps, 'mail', { list: undefined, at: 3 }))).toBe('wait hot >task >stop mail');
    for (const at of [0, 1]) expect(placeStep(steps, 'mail', { list: undefined, at })).toBeUndefined();
    expect(placeStep(steps, 'hot', { list: yes, at: 0 })).toBeUndefined();
  });
  test('do not lie in each other deeper than the API takes: a branch goes past such a one', () => {
    const nested = (depth: number): Step[] =>
      depth === 0
        ? []
        : [{ id: `b${depth}`, do: 'branch', if: {}, of: 'record', yes: nested(depth - 1), no: [] }];
    const one: Step = { id: 'top', do: 'branch', if: {}, of: 'record', yes: [], no: [] };
    const moved = moveStep([...nested(5), one], 'b5', 1);
    const inTop = { list: { of: 'top', side: 'yes' }, at: 0 } as const;
    expect(placeStep([...nested(5), one], 'b5', inTop)).toBeUndefined();
    expect(ids(moved)).toBe('top b5 >b4 >>b3 >>>b2 >>>>b1');
  });
  test('are put in, changed and taken out wherever they lie', () => {
    const added = insertStep(steps, { of: 'hot', side: 'no' }, 0, newStep(steps, 'create_task'));
    expect(ids(added)).toBe('mail wait hot >task >task-2 >stop');
    const named = putStep(added, { ...newStep([], 'add_tag'), id: 'task-2', tag: 'x' } as Step);
    expect(placedSteps(named).find(({ step }) => step.id === 'task-2')?.step).toMatchObject({ tag: 'x' });
    expect(ids(removeStep(named, 'hot'))).toBe('mail wait');
  });
  test('are found by the pointers of the API, the innermost one', () => {
    expect(stepAt(steps, '/draft/steps/2/no/0/text')?.step.id).toBe('stop');
    expect(stepAt(steps, '/draft/steps/2/if/score')?.step.id).toBe('hot');
    expect(stepAt(steps, '/draft/steps/1')?.step.id).toBe('wait');
    expect(stepAt(steps, '/draft/trigger/events')).toBeUndefined();
  });
  test('begin as what the API takes, once they are filled in', () => {
    const wait = newStep(steps, 'wait') as StepOf<'wait'>;
    expect(wait).toEqual({ id: 'wait-2', do: 'wait', for: '3d' });
  });
});

describe('a trigger', () => {
  const moved = { on: 'event', events: ['deal.moved'] } as const;
  test('says nothing of events that it does not have any more', () => {
    const lost = withData({ ...moved, events: ['deal.moved'] }, 'deal.moved', 'status', 'lost');
    expect(lost.data).toEqual({ 'deal.moved': { status: 'lost' } });
    expect(withData(lost, 'deal.moved', 'status', undefined)).toEqual(moved);
    expect(withEvents(lost, ['deal.idle'])).toEqual({ on: 'event', events: ['deal.idle'] });
  });
});

test('each blank that the words of a rule may have has a name', () => {
  for (const { rules } of [enSettings, deSettings]) {
    const names: Record<string, string> = rules.says.blanks;
    expect(blanks.filter((blank) => !names[blank.replace('.', '_')])).toEqual([]);
  }
});

test('why a stage let nobody in is said in words, by the code that the API has for it', () => {
  for (const { rules } of [enSettings, deSettings])
    expect(rules.reasons.stage_fields_missing).toContain(rules === enSettings.rules ? 'stage' : 'Phase');
  expect(codes.stage_fields_missing).toBeDefined();
});
