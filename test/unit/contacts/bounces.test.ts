import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AddressTold, bouncingAs, emailsTold } from '../../../shared/contacts/bounces.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 13, minute)).toISOString();
const one = { address: 'a@x.example', key: 'a@x.example', label: 'work' };
const other = { address: 'b@x.example', key: 'b@x.example', bouncedAt: at(9) };
const after = (...told: AddressTold[]) =>
  told.reduce((emails, news) => emailsTold(emails, one.key, news) ?? emails, [one, other]);

it('an address bounces since the first moment that is told, in whatever order, and no other does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(59), { minLength: 1 }), (minutes) => {
      const told = minutes.map((minute): AddressTold => ({ kind: 'bounced', at: at(minute) }));
      expect(after(...told)).toEqual([{ ...one, bouncedAt: at(Math.min(...minutes)) }, other]);
    }),
  );
});

it('a delivery ends what was before it alone, and where nothing changes there is nothing to write', () => {
  const bounced: AddressTold = { kind: 'bounced', at: at(5) };
  expect(after(bounced, { kind: 'delivered', at: at(6) })).toEqual([one, other]);
  for (const minute of [4, 5]) {
    const told = { kind: 'delivered', at: at(minute) } as const;
    expect(emailsTold(after(bounced), one.key, told)).toBeUndefined();
  }
  expect(emailsTold([one], one.key, { kind: 'delivered', at: at(6) })).toBeUndefined();
  expect(emailsTold(after(bounced), one.key, bounced)).toBeUndefined();
  expect(emailsTold([one], 'c@x.example', bounced)).toBeUndefined();
});

it('what is known of a mailbox goes over to where the same one stands, and of others stays', () => {
  const known = [
    { key: one.key, bouncedAt: at(1) },
    { key: 'c@x.example', bouncedAt: at(2) },
  ];
  expect(bouncingAs([one, other], known)).toEqual([{ ...one, bouncedAt: at(1) }, other]);
  expect(bouncingAs([{ ...one, bouncedAt: at(1) }], [{ key: one.key }])).toEqual([one]);
});
