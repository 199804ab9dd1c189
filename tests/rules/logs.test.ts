import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { errorWithoutData } from '../../server/http/error-without-data.ts';

test('a failed query is logged with what failed and none of what people gave us', () => {
  const cause = Object.assign(new Error('Key (email)=(li@private.test) already exists.'), {
    code: '23505',
    detail: 'Key (email)=(li@private.test) already exists.',
  });
  const error = new DrizzleQueryError(
    'insert into users values ($1)',
    ['li@private.test', '13800001111'],
    cause,
  );
  const logged = errorWithoutData(error);
  expect(JSON.stringify(logged)).not.toMatch(/private\.test|13800001111/);
  expect(logged).toMatchObject({ code: '23505', query: 'insert into users values ($1)' });
  expect(JSON.stringify(logged)).toContain('logs.test');
  expect(errorWithoutData(new TypeError('x is no function'))).toMatchObject({ message: 'x is no function' });
});
