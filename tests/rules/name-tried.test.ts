import { expect, test } from 'vitest';
import { checksOf, nameTried } from '../../server/access/account-paths.ts';

test('a sign-in concerns whom its path asks for, whatever other names are sent along', () => {
  const both = { email: 'Third@Example.test', username: 'Liu', password: 'x' };
  expect(nameTried('/sign-in/username', both)).toEqual({ field: 'username', name: 'liu' });
  expect(nameTried('/sign-in/email', both)).toEqual({ field: 'email', name: 'third@example.test' });
  expect(nameTried('/sign-in/username', { email: 'third@example.test' })).toMatchObject({ name: '' });
  for (const body of [undefined, null, {}, { username: ['liu'] }, { username: 7 }, 'liu'])
    expect(nameTried('/sign-in/username', body)).toEqual({ field: 'username', name: '' });
});

test('a path that is not known compares nothing', () => {
  expect([checksOf('/sign-in/email'), checksOf('/sign-in/email/'), checksOf('/ok')]).toEqual([
    ...['sign-in', 'nothing', 'nothing'],
  ]);
});
