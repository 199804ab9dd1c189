import { addressOf } from '../shared/api.ts';

/** Where the labels of these items lie, ready to be printed. */
export const labelsOf = (codes: readonly string[]) =>
  addressOf('GET /api/v1/labels/items.pdf', { codes: codes.join(',') });

/** Opens a paper beside the station, always in the same window. */
export const openPaper = (address: string) => void window.open(address, 'guihang-papers');
