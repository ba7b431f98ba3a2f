import { expect, test } from 'vitest';
import { isNamedOrLoopback } from '../../../infra/local/loopback.ts';

const named = ['https://crm.example.com/signed-in'];

test.each([
  ['https://crm.example.com/signed-in', true],
  ['http://localhost:3000/signed-in', true],
  ['http://127.0.0.1:41234/signed-in', true],
  ['http://[::1]:41234/signed-in', true],
  ['http://localhost:3000/elsewhere', false],
  ['http://localhost:3000/signed-in?to=elsewhere', false],
  ['http://localhost.example.com/signed-in', false],
  ['http://localhost@example.com/signed-in', false],
  ['https://crm.example.com:8443/signed-in', false],
  ['signed-in', false],
  ['', false],
])('%s as a redirect of the local issuer: %s', (asked, allowed) => {
  expect(isNamedOrLoopback(asked, named)).toBe(allowed);
});

test('no address is good where none is named', () => {
  expect(isNamedOrLoopback('http://localhost:3000/', [])).toBe(false);
});
