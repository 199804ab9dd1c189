import { setTimeout as sleep } from 'node:timers/promises';
import { Chance } from '../../server/demo/chance.ts';
import { Ledger } from '../plant/handset.ts';
import { rowsOf } from '../plant/outside.ts';
import type { Server } from '../plant/server.ts';
import { crewAt, settle } from '../plant/settle.ts';
import { Books } from './books.ts';
import { Calendar } from './calendar.ts';
import { Floor } from './floor.ts';
import { order } from './parcels.ts';

export interface Season {
  readonly days: number;
  readonly seed: string;
  /** Return orders a day; three times as many on a day in seven. */
  readonly rate: number;
  /** No more than so many return orders altogether. */
  readonly most: number;
  /** Kills the server after so many acknowledged scans, again and again; 0: never. */
  readonly killEvery: number;
  readonly told: (text: string) => void;
}
/** What its people know when it is over. */
export interface Played {
  readonly ledger: Ledger;
  readonly books: Books;
  readonly orders: number;
  readonly kills: number;
  /** The house's own time at the end. */
  readonly now: number;
}
const hour = 3_600_000;

/** Plays so many days in an empty house, which has started, and closes it. */
export async function play(server: Server, season: Season): Promise<Played> {
  const { days, rate, most, killEvery, told } = season;
  const chance = new Chance(`simulation ${season.seed}`);
  const ledger = new Ledger();
  const calendar = new Calendar();
  const books = new Books();
  const weather = { lost: calendar.answerIsLost, patience: 120_000 };
  const crew = crewAt(await settle(server), server, ledger, weather);
  const floor = new Floor(crew, books, calendar);
  let [orders, kills] = [0, 0];

  /** All that is due in this hour happens, a few things at a time; the first mistake of ours ends it all. */
  async function playHour() {
    while (calendar.isDue()) {
      const due = calendar.next(6);
      const strikes = killEvery > 0 && ledger.acknowledged.size > killEvery * (kills + 1);
      await Promise.all([calendar.tell(due), ...(strikes ? [strike()] : [])]);
    }
  }
  async function strike() {
    kills++;
    await sleep(20);
    await server.kill('SIGKILL');
    await server.start();
  }

  /** Moves the clock, and lets the house do what has fallen due by then: its jobs look round every two seconds. */
  async function strikesTheHour() {
    await server.setAhead(calendar.hour * hour);
    const late = `select count(*) as n from deadlines where ended_at is null and due_at <= ${clock()}`;
    for (let tries = 0; tries < 400; tries++) {
      const [{ n } = { n: 0 }] = await rowsOf<{ n: number }>(server.url, late);
      if (n === 0) return;
      await sleep(50);
    }
    throw new Error('Time was up for something, and in twenty seconds nothing came of it.');
  }
  const clock = () => Date.now() + calendar.hour * hour;

  for (let day = 0; day < days; day++) {
    const burst = chance.yes(0.15) ? 3 : 1;
    calendar.hour = day * 24;
    for (let i = 0; i < rate * burst && orders < most; i++, orders++) {
      const hours = 7 + chance.whole(0, 9);
      calendar.begin(order(floor, chance.pick(['whale', 'kite']), chance.fork()), hours, chance);
    }
    for (; calendar.hour < day * 24 + 24; calendar.hour++) {
      const time = calendar.hour % 24;
      await strikesTheHour();
      if (time === 18) await floor.evening();
      await playHour();
    }
    const [things, scans] = [books.things.size, ledger.acknowledged.size];
    told(`day ${day + 1}/${days} · ${things} things · ${scans} scans · ${kills} kills`);
  }
  calendar.hour = days * 24 - 1;
  await strikesTheHour();
  await server.kill('SIGTERM');
  return { ledger, books, orders, kills, now: clock() - hour };
}
