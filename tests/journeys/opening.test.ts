import { expect } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { allWarehouses } from '../../db/queries/master-data.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { onlyOn } from '../only-on.ts';
import { inPostgres } from '../world.ts';

onlyOn('postgres', 'a file is opened by one server alone')(
  'servers that start at once on an empty database migrate it once, and all of them come up',
  async () => {
    const url = await inPostgres('');
    const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase(url)));
    const empty = opened.map((database) => database.as(systemViewer).ask(allWarehouses, {}));
    expect(await Promise.all(empty)).toEqual([[], [], [], []]);
    await Promise.all(opened.map((database) => database.close()));
  },
);
