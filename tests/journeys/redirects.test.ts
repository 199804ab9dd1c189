import request from 'supertest';
import { expect, test } from 'vitest';
import { aHouse } from '../world.ts';
import { password, withPassword } from './browsers.ts';

const elsewhere = 'https://evil.test/x';

test('no page and no path of accounts sends anybody elsewhere, whatever address comes with it', async () => {
  const house = await aHouse();
  const named = ['callbackURL', 'redirectTo', 'redirect', 'errorCallbackURL', 'next', 'token', 'error'];
  const query = new URLSearchParams(named.map((name) => [name, elsewhere]));
  const pages = ['/', '/assets', '/portal', '//evil.test/%2e%2e/assets', '/%5cevil.test', '/sign-in'];
  const ofAccounts = ['', '/error', '/ok', '/callback/google', '/verify-email', '/reset-password/x'];
  for (const path of [...pages, ...ofAccounts.map((one) => `/api/auth${one}`)])
    for (const address of [path, `${path}?${query}`]) {
      const answer = await request(house.server).get(address).set('host', 'evil.test').redirects(0);
      expect([address, answer.status < 300 || answer.status >= 400]).toEqual([address, true]);
      expect(`${answer.headers.location} ${answer.text}`, address).not.toContain('evil');
    }
});

test('a sign-in answers with no address that was sent along, nor with one to go to', async () => {
  const house = await aHouse();
  await withPassword(house, 'liu');
  const signIn = '/api/auth/sign-in/email';
  for (const name of ['callbackURL', 'redirectTo', 'errorCallbackURL'])
    for (const given of [password, 'a wrong password']) {
      const liu = { email: 'liu@example.test', password: given };
      const answers = [
        await request(house.server).post(`${signIn}?${name}=${elsewhere}`).send(liu),
        await request(house.server)
          .post(signIn)
          .send({ ...liu, [name]: elsewhere }),
      ];
      for (const { headers, text } of answers) expect(`${headers.location} ${text}`).not.toContain('evil');
    }
});
