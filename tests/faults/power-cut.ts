import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { Chance } from '../../server/demo/chance.ts';
import { type Happened, readTrace } from './trace.ts';
import { aFolder, available, copyTo, getStrace, type Outcome, type Size, told } from './trial.ts';

const recorder = fileURLToPath(new URL('./recorded.ts', import.meta.url));
const steps = 160;

/**
 * The power goes, at any moment: of what was written, only what had been synced is certain; of the rest any part may
 * be there, even half a page. Each image is opened as the next morning would open it, and asked for every scan that had
 * been acknowledged by then. With synchronous=NORMAL a tenth as many must lose some, or this could not see a loss.
 */
export async function powerCuts({ cuts }: Size): Promise<Outcome[]> {
  if (!available('strace', getStrace)) return [];
  return [await cutsUnder('FULL', cuts), await cutsUnder('NORMAL', Math.ceil(cuts / 10))];
}

/** With FULL nothing that was acknowledged may be lost; with NORMAL something must be. */
function judged(synchronous: 'FULL' | 'NORMAL', lost: number, cutsLosing: number) {
  if (synchronous === 'FULL')
    return { unexpected: lost ? [`${lost} acknowledged scans are gone`] : [], note: undefined };
  const unexpected = lost ? [] : ['nothing was lost: this test cannot see'];
  return { unexpected, note: `as it must: ${cutsLosing} cuts lose` };
}

async function cutsUnder(synchronous: 'FULL' | 'NORMAL', cuts: number): Promise<Outcome> {
  told(`· power cut, synchronous=${synchronous}: recording`);
  const folder = aFolder();
  const { db, happened } = await record(folder, synchronous);
  const chance = new Chance(`power ${synchronous}`);
  const first = happened.findIndex(({ what }) => what === 'acknowledged');
  const moments = Array.from({ length: cuts }, () => chance.whole(first, happened.length - 1)).sort(
    (a, b) => a - b,
  );
  const disk = new Disk(readFileSync(db));
  const faults: string[] = [];
  let [lost, next, cutsLosing] = [0, 0, 0];
  const acknowledged: string[] = [];
  for (const [i, context] of moments.entries()) {
    for (const one of happened.slice(next, context + 1))
      if (one.what === 'acknowledged') acknowledged.push(one.scan);
      else disk.hear(one);
    next = context + 1;
    const { gone, broken } = look(join(folder, 'image'), disk.afterTheCut(chance), acknowledged);
    lost += gone;
    if (gone) cutsLosing++;
    if (broken) faults.push(`cut at ${context}: ${broken}`);
    if ((i + 1) % 50 === 0) told(`  ${i + 1}/${cuts} · lost so far ${lost}`);
  }
  const fault = `power cut, synchronous=${synchronous}`;
  const { unexpected, note } = judged(synchronous, lost, cutsLosing);
  faults.push(...unexpected);
  return {
    fault,
    times: cuts,
    acknowledged: acknowledged.length,
    lost,
    uncertain: 0,
    faults,
    ...(note ? { note, expected: true as const } : {}),
  };
}

/** Runs the product on a copy of the settled house, with every write and every sync of its database written down. */
async function record(folder: string, synchronous: string) {
  const settled = join(folder, 'settled.db');
  const { crew } = await copyTo(settled);
  const db = join(folder, 'data.db');
  copyFileSync(settled, db);
  const trace = join(folder, 'trace');
  const args = [
    '-f',
    '-qq',
    '-y',
    '-xx',
    '-s',
    '70000',
    '-e',
    'trace=pwrite64,write,fsync,fdatasync,ftruncate',
    '-o',
    trace,
  ];
  const { status, stderr } = spawnSync('strace', [...args, process.execPath, '--import', 'tsx', recorder], {
    env: {
      ...process.env,
      ...{
        DATABASE_URL: `file:${db}`,
        FILES_DIR: join(folder, 'files'),
        SESSION_SECRET: 'a secret of the plant, 32 letters or more',
      },
      ...{
        COOKIES: JSON.stringify({ supervisor: crew.supervisor.cookie, whale: crew.whale.cookie }),
        STEPS: String(steps),
        SYNCHRONOUS: synchronous,
      },
    },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Nothing was recorded: ${stderr.slice(-2_000)}`);
  copyFileSync(settled, db);
  return { db, happened: readTrace(trace, db) };
}

/** The files of a database as a disk keeps them: what is synced, and what is on its way. */
class Disk {
  readonly #kept: Record<Happened['file'], Buffer>;
  #pending: Exclude<Happened, { what: 'acknowledged' }>[] = [];

  constructor(db: Buffer) {
    this.#kept = { db, wal: Buffer.alloc(0) };
  }

  hear(one: Exclude<Happened, { what: 'acknowledged' }>) {
    if (one.what !== 'synced') return void this.#pending.push(one);
    for (const write of this.#pending) if (write.file === one.file) apply(this.#kept, write);
    this.#pending = this.#pending.filter(({ file }) => file !== one.file);
  }

  /** Any part of what was on its way may have arrived, a page perhaps torn at one of its sectors. */
  afterTheCut(chance: Chance): Record<Happened['file'], Buffer> {
    const image = { db: Buffer.from(this.#kept.db), wal: Buffer.from(this.#kept.wal) };
    const share = chance.fraction();
    for (const one of this.#pending) {
      if (!chance.yes(share)) continue;
      const torn = one.what === 'wrote' && one.bytes.length > 512 && chance.yes(0.2);
      apply(
        image,
        torn ? { ...one, bytes: one.bytes.subarray(0, 512 * chance.whole(0, one.bytes.length / 512)) } : one,
      );
    }
    return image;
  }
}

function apply(image: Record<Happened['file'], Buffer>, one: Exclude<Happened, { what: 'acknowledged' }>) {
  const before = image[one.file];
  if (one.what === 'cut') image[one.file] = resized(before, one.length).subarray(0, one.length);
  if (one.what !== 'wrote') return;
  const end = one.offset + one.bytes.length;
  const roomy = before.length >= end ? before : resized(before, end);
  one.bytes.copy(roomy, one.offset);
  image[one.file] = roomy;
}
const resized = (bytes: Buffer, length: number) =>
  bytes.length >= length ? bytes : Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]);

/** Opens the image: is it whole, is every step a whole one, is everything there that was acknowledged? */
function look(folder: string, image: Record<Happened['file'], Buffer>, acknowledged: readonly string[]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(join(folder, 'data.db'), image.db);
  writeFileSync(join(folder, 'data.db-wal'), image.wal);
  try {
    const db = new Sqlite(join(folder, 'data.db'));
    db.pragma('synchronous = off');
    const whole = db.pragma('integrity_check', { simple: true });
    const half = db.prepare(halfSteps).all();
    const kept = new Set(
      db.prepare("select substr(id, instr(id, ' ') + 1) from answers where answer is not null").pluck().all(),
    );
    db.close();
    const gone = acknowledged.filter((scan) => !kept.has(scan)).length;
    return {
      gone,
      broken: whole !== 'ok' ? String(whole) : half.length ? `half a step: ${JSON.stringify(half)}` : '',
    };
  } catch (error) {
    return { gone: 0, broken: String(error) };
  }
}

/** An item whose row and whose chained history do not say the same. */
const halfSteps = `select i.code from items i
  left join item_events e on e.item_id = i.id and e.seq = i.events
  where e.hash is not i.last_hash or e.to_state is not i.state
    or i.events <> (select count(*) from item_events n where n.item_id = i.id)`;
