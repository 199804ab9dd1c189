import type { Name } from '../cast.ts';
import { type House, newScan } from '../world.ts';
import { type Body, ok } from './road.ts';

export const waybill = 'JT0004445556667';
export const opened = (house: House, ask: object, who: Name = 'liu'): Promise<Body> =>
  ok(house.call(who, 'POST /api/v1/parcels', { scanId: newScan(), location: 'R-01', ...ask }));
export const look = (house: House, code: string, who: Name = 'liu') =>
  ok(house.call(who, `GET /api/v1/parcels/${code}`));
export const take = (house: House, code: string, step: string, given: object = {}, who: Name = 'liu') =>
  house.call(who, `POST /api/v1/parcels/${code}/steps`, { scanId: newScan(), step, ...given });
