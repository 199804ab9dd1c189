import { expect, test } from 'vitest';
import { itemRoutes } from '../../server/items/routes.ts';

const inReadWorker = (endpoint: string, input: object) =>
  itemRoutes.find((route) => route.endpoint === endpoint)?.inReadWorker?.(input as never);

test('a search among items and every spreadsheet of them are answered beside the scans, a list is not', () => {
  expect(inReadWorker('GET /api/v1/items', { page: 1, size: 50 })).toBe(false);
  expect(inReadWorker('GET /api/v1/items', { page: 1, size: 50, search: 'SN-1' })).toBe(true);
  expect(inReadWorker('GET /api/v1/items', { page: 1, size: 50, search: '' })).toBe(true);
  expect(inReadWorker('GET /api/v1/items.csv', {})).toBe(true);
});

test('one item, its history and its steps are answered at once', () => {
  for (const { endpoint } of itemRoutes.filter((route) => route.endpoint.includes(':code')))
    expect(inReadWorker(endpoint, { code: 'G1' }), endpoint).toBeUndefined();
});
