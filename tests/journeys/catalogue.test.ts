import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { codes } from '../../db/schema/master-data.ts';
import { customsRules, dispositionRules, fourEyes } from '../../db/schema/rules.ts';
import { firstCodes, seedCatalogue } from '../../db/seed/catalogue.ts';
import { firstCustomsRules } from '../../db/seed/customs-rules.ts';
import { firstDispositionRules } from '../../db/seed/disposition-rules.ts';
import { firstFourEyes } from '../../db/seed/four-eyes.ts';
import { aHouse } from '../world.ts';
import { theHouse } from './repairs.ts';

test('the catalogue stands whole in a new house, and in an old one what the hub changed since stays', async () => {
  const house = await aHouse();
  const at = theHouse(house);
  const rows = async () => [
    await at.find(codes, undefined, 999),
    await at.find(customsRules, undefined, 999),
    await at.find(dispositionRules, undefined, 999),
    await at.find(fourEyes, undefined, 999),
  ];
  const byId = (a: object, b: object) => ((a as { id: string }).id < (b as { id: string }).id ? -1 : 1);
  const first = [firstCodes, firstCustomsRules, firstDispositionRules, firstFourEyes];
  expect((await rows()).map((some) => [...some].sort(byId))).toEqual(
    first.map((some) => [...some].sort(byId)),
  );
  await at.atomically(async (tx) => {
    const recall = await tx.first(codes, eq(codes.id, 'reason:R22'));
    if (recall) await tx.change(codes, recall, { zh: '厂家召回', active: false });
  });
  // Another server on the same data, as after an update.
  const database = await openDatabase(house.deps.config.DATABASE_URL);
  onTestFinished(() => database.close());
  await seedCatalogue(database);
  expect((await rows()).map((some) => some.length)).toEqual(first.map((some) => some.length));
  expect(await at.first(codes, eq(codes.id, 'reason:R22'))).toMatchObject({ zh: '厂家召回', active: false });
});
