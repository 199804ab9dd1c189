import { expect, test } from 'vitest';
import { routes } from '../../server/api.ts';
import { openapi } from '../../server/openapi.ts';

const { paths } = openapi(routes);

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

test('no two routes have one address, and nothing in the document is left unsaid', () => {
  const addresses = routes.map(({ endpoint }) => endpoint.replace(/:\w+/g, ':'));
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(JSON.stringify(paths)).not.toContain('undefined');
});

test('every route says in a sentence what it is for', () => {
  for (const { endpoint, summary } of routes) expect(summary, endpoint).toMatch(/^[A-Z].{5,}\.$/);
});
