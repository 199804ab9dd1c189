import { expect, test } from 'vitest';
import { keyScopes } from '../../server/access/api-keys.ts';
import { permissions } from '../../server/access/permissions.ts';
import { routes } from '../../server/api.ts';
import { openapi } from '../../server/http/openapi.ts';

const { paths, components } = openapi(routes, undefined, keyScopes);
interface Operation {
  readonly 'x-once'?: unknown;
}

test('every route stands in the document, with what it needs and what it answers', () => {
  for (const { endpoint, needs, open } of routes) {
    const [method = '', path = ''] = endpoint.split(' ');
    const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    expect(operation, endpoint).toMatchObject({
      'x-needs': open ? 'nothing' : needs,
      responses: { 200: {} },
    });
  }
});

test('the document says how one may come in: by session, and by key where a key can be allowed it', () => {
  expect(Object.keys(components.securitySchemes)).toEqual(['session', 'apiKey']);
  const waysInto = (endpoint: string) => {
    const [method = '', path = ''] = endpoint.split(' ');
    const operation = paths[path]?.[method.toLowerCase()] as { security: object[] } | undefined;
    return operation?.security.flatMap((way) => Object.keys(way));
  };
  expect(waysInto('POST /api/v1/password-resets')).toEqual([]);
  expect(waysInto('GET /api/v1/items')).toEqual(['session', 'apiKey']);
  expect(waysInto('GET /api/v1/photos/{id}')).toEqual(['session', 'apiKey']);
  // No key looks after keys, counts a shelf, or is somebody.
  for (const endpoint of ['GET /api/v1/api-keys', 'POST /api/v1/receipts', 'GET /api/v1/me'])
    expect(waysInto(endpoint), endpoint).toEqual(['session']);
});

test('no two routes have one address, and nothing in the document is left unsaid', () => {
  const addresses = routes.map(({ endpoint }) => endpoint.replace(/:\w+/g, ':'));
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(JSON.stringify(paths)).not.toContain('undefined');
});

test('every route says in a sentence what it is for', () => {
  const mute = routes
    .filter(({ summary }) => !/^[A-Z].{6,}\.$/.test(summary))
    .map(({ endpoint }) => endpoint);
  expect(mute).toEqual([]);
});

test('whatever changes something is done once or says why not, and the document says under which key', () => {
  for (const { endpoint, once } of routes) {
    const [method = '', path = ''] = endpoint.split(' ');
    const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] as Operation;
    expect(operation['x-once'], endpoint).toBe(once);
    const keys = [...JSON.stringify(operation).matchAll(/"scanId":\{|"name":"(?:scanId|Idempotency-Key)"/g)];
    if (once === true) expect(keys.length, endpoint).toBeGreaterThan(0);
    if (once === true && keys.length > 1) expect(JSON.stringify(keys)).not.toContain('Idempotency-Key');
  }
});

test('of every step, and of nothing else, one may read the short form of the reply, and the document says how', () => {
  const prefers = routes.filter(({ endpoint }) => {
    const [method = '', path = ''] = endpoint.split(' ');
    const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    const told = JSON.stringify(operation);
    return told.includes('"name":"Prefer"') && told.includes('"Preference-Applied":');
  });
  const steps = routes.filter(({ endpoint }) => /^POST .*\/steps$/.test(endpoint));
  expect(prefers).toEqual(steps);
  expect(steps).toHaveLength(6);
});

test('nine routes are open to whoever comes, each for those who bring a secret or are given one', () => {
  const open = routes.filter((route) => route.open).map(({ endpoint }) => endpoint);
  const needsNothing = routes.filter(({ needs }) => !permissions.includes(needs as never));
  expect(open.sort()).toEqual([
    'GET /api/v1/device',
    'GET /api/v1/invitation',
    'POST /api/v1/badge-sign-ins',
    'POST /api/v1/device-enrolments',
    'POST /api/v1/email-verifications',
    'POST /api/v1/first-administrator',
    'POST /api/v1/invitation-acceptances',
    'POST /api/v1/password-reset-requests',
    'POST /api/v1/password-resets',
  ]);
  expect(new Set(needsNothing.map(({ needs }) => needs))).toEqual(new Set(['nobody in particular']));
});

test('what an address has no room for stands beside the file in a form', () => {
  const imports = paths['/api/v1/return-orders/imports']?.post;
  expect(imports).toMatchObject({
    parameters: [{ name: 'scanId' }, { name: 'warehouse' }, { name: 'check' }],
    requestBody: {
      content: {
        'multipart/form-data': { schema: { properties: { input: { properties: { answers: {} } } } } },
      },
    },
  });
});
