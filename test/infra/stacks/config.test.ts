import { describe, expect, test } from 'vitest';
import { nameOf, readConfig, secretNameOf } from '../../../infra/config.ts';
import { functions } from '../../../infra/functions.ts';

const read = (context: Record<string, string>, env: Record<string, string> = {}) =>
  readConfig({ context: (key) => context[key], env });

describe('the configuration', () => {
  test('is the local cloud’s where nothing is said', () => {
    expect(read({})).toMatchObject({ stage: 'dev', mailDomain: 'in.acme.test', logRetentionDays: 30 });
  });

  test('is taken from the context before the environment, and numbers from text', () => {
    const env = { RAPPORT_STAGE: 'test', RAPPORT_LOG_RETENTION_DAYS: '90' };
    expect(read({ stage: 'prod' }, env)).toMatchObject({ stage: 'prod', logRetentionDays: 90 });
  });

  test('that is wrong is refused at once, every setting by the names it can be given under', () => {
    const wrong = () =>
      read({ mailDomain: 'Not a domain' }, { RAPPORT_LOG_RETENTION_DAYS: '31', RAPPORT_ALARM_MAIL: 'x' });
    expect(wrong).toThrow(/mailDomain \(-c mailDomain=… or RAPPORT_MAIL_DOMAIN\)/);
    expect(wrong).toThrow(/RAPPORT_LOG_RETENTION_DAYS\): one of 1, 3, 5/);
    expect(wrong).toThrow(/RAPPORT_ALARM_MAIL/);
  });

  test('has bounces come back to a subdomain of the sender’s that takes in no mail', () => {
    const returning = (mailFromDomain: string) => () =>
      read({ mailFrom: 'crm@Acme.example', mailDomain: 'in.acme.example', mailFromDomain });
    expect(returning('bounce.acme.example')()).toMatchObject({ mailFromDomain: 'bounce.acme.example' });
    for (const wrong of ['acme.example', 'in.acme.example', 'bounce.other.example', 'xacme.example'])
      expect(returning(wrong), wrong).toThrow(/RAPPORT_MAIL_FROM_DOMAIN\): a subdomain of acme.example/);
  });

  test('takes no stage whose functions would have a longer name than the 64 signs that Lambda takes', () => {
    const lengths = Array.from({ length: 30 }, (_, n) => n + 1);
    const taken = lengths.filter((n) => {
      try {
        return read({ stage: 's'.repeat(n) });
      } catch {
        return false;
      }
    });
    const stage = 's'.repeat(Math.max(...taken));
    for (const { name } of functions) expect(nameOf({ stage }, name).length, name).toBeLessThanOrEqual(64);
  });

  test('keeps two stages of one account apart', () => {
    expect(secretNameOf({ stage: 'prod' })).toBe('/rapport/prod/secret');
    expect(nameOf({ stage: 'prod' }, 'crm')).toBe('rapport-prod-crm');
  });
});
