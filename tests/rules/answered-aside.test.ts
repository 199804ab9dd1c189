import { expect, test } from 'vitest';
import { itemRoutes } from '../../server/items/routes.ts';

const aside = (endpoint: string, input: object) =>
  itemRoutes.find((route) => route.endpoint === endpoint)?.inReadWorker?.(input as never);

test('a search among items and every spreadsheet of them are answered beside the scans, a list is not', () => {
  expect(aside('GET /api/v1/items', { page: 1, size: 50 })).toBe(false);
  expect(aside('GET /api/v1/items', { page: 1, size: 50, search: 'SN-1' })).toBe(true);
  expect(aside('GET /api/v1/items', { page: 1, size: 50, search: '' })).toBe(true);
  expect(aside('GET /api/v1/items.csv', {})).toBe(true);
});

test('one item, its history and its steps are answered at once', () => {
  for (const { endpoint } of itemRoutes.filter((route) => route.endpoint.includes(':code')))
    expect(aside(endpoint, { code: 'G1' }), endpoint).toBeUndefined();
});
