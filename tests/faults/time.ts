import { type Outcome, Trial, told } from './trial.ts';

const hour = 3_600_000;

/** The clock jumps; and somebody sends as much as the house takes, again and again. */
export async function timeTrouble(): Promise<Outcome[]> {
  told('· the clock jumps');
  const trial = await Trial.begin();
  const jumps = [-hour, 24 * hour, -24 * hour, 0];
  for (const ahead of jumps) {
    await trial.server.setAhead(ahead);
    await trial.load.progress(25);
  }
  const clock = await trial.end('clock an hour back, a day ahead, back again', jumps.length);
  return [clock, await hugeBodies()];
}

async function hugeBodies(): Promise<Outcome> {
  told('· huge bodies');
  const trial = await Trial.begin();
  const line = { sku: 'SHIRT', quantity: 1, reason: 'R77', reasonText: 'x'.repeat(100) };
  const lines = Array.from({ length: 10_000 }, () => line);
  const deep = `{"scanId":"12345678","text":${'['.repeat(900_000)}${']'.repeat(900_000)}}`;
  const bodies = [
    JSON.stringify({ scanId: '12345678', warehouse: 'WH1', lines }),
    deep,
    '['.repeat(1_900_000),
  ];
  const headers = { 'content-type': 'application/json', cookie: trial.crew.whale.cookie };
  const slowest = await trial.slowestReadDuring(async () => {
    for (const body of [...bodies, ...bodies]) {
      const to = `${trial.server.address}/api/v1/return-orders`;
      const { status } = await fetch(to, { method: 'POST', headers, body });
      if (status < 400 || status >= 500) trial.faults.push(`A huge body was answered ${status}.`);
    }
  });
  await trial.load.progress(20);
  return trial.end('six bodies of 2 MB', 6, `others waited at most ${slowest} ms`);
}
