import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { backUp, NoBackup } from '../../db/backup.ts';
import { dialect } from '../../db/columns.ts';
import { byDump, onSqlite } from '../faults/backup.ts';
import { tidy } from '../faults/trial.ts';
import { aHouse } from '../world.ts';

afterAll(tidy);

// `npm run faults` copies a house again and again; here it is done once, with every change of ours.
test('a house that was copied while people work in it opens in another folder, and goes on', async ({
  skip,
}) => {
  const outcomes = dialect === 'sqlite' ? await onSqlite(1) : await byDump(1);
  if (outcomes.length === 0) skip('no pg_dump is installed here, so nothing was restored');
  expect(outcomes).toMatchObject([{ faults: [], times: 1, lost: 0 }]);
  expect(outcomes[0]?.acknowledged).toBeGreaterThan(10);
});

test('a backup is never written over another', async () => {
  const house = await aHouse();
  const folder = mkdtempSync(join(tmpdir(), 'guihang-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'copy');
  writeFileSync(file, 'that of yesterday');
  await expect(backUp(house.deps.config.DATABASE_URL, file)).rejects.toThrow(NoBackup);
});
