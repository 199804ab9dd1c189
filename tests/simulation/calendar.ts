import { AsyncLocalStorage } from 'node:async_hooks';
import type { Chance } from '../../server/demo/chance.ts';

/** Something that goes on for days: it does what it does now, then says after how many hours it goes on. */
export type Story = AsyncGenerator<number, void, void>;

interface Waiting {
  readonly at: number;
  /** Where it stands in the order of the hour: its own number after that of the story that began it. */
  readonly place: string;
  readonly story: Story;
  readonly wifi: Chance;
  begun: number;
}

/** Nobody works at night, and so a session, which lasts twelve hours, lasts a day: what falls into the night waits. */
const atWork = (hour: number) => {
  const [day, time] = [Math.floor(hour / 24), hour % 24];
  return time < 7 ? day * 24 + 7 : time < 19 ? hour : day * 24 + 31;
};

/** What is due when. The order is that of the stories, never of the answers, so that one seed tells one month. */
export class Calendar {
  readonly #waiting: Waiting[] = [];
  readonly #telling = new AsyncLocalStorage<Waiting>();
  #begun = 0;
  hour = 0;

  /** Begins a story so many hours from now; one that another began comes after it. */
  begin(story: Story, hours: number, chance: Chance): void {
    const parent = this.#telling.getStore();
    const number = parent ? ++parent.begun : ++this.#begun;
    const place = `${parent?.place ?? ''}${String(number).padStart(6, '0')}.`;
    this.#waiting.push({ at: atWork(this.hour + hours), place, story, wifi: chance.fork(), begun: 0 });
  }

  /** Whether the answer that the story being told waits for gets lost: one in fifty does. */
  answerIsLost = (): boolean => this.#telling.getStore()?.wifi.yes(0.02) ?? false;

  isDue = (): boolean => this.#waiting.some(({ at }) => at <= this.hour);

  /** Takes the next few that are due out of the calendar. */
  next(most: number): readonly Waiting[] {
    const due = this.#waiting
      .filter(({ at }) => at <= this.hour)
      .sort((a, b) => a.at - b.at || (a.place < b.place ? -1 : 1))
      .slice(0, most);
    for (const one of due) this.#waiting.splice(this.#waiting.indexOf(one), 1);
    return due;
  }

  /** Tells them on, all at once, each to where it waits again. */
  async tell(stories: readonly Waiting[]): Promise<void> {
    const told = stories.map((one) => this.#telling.run(one, () => one.story.next()));
    for (const [i, { value, done }] of (await Promise.all(told)).entries()) {
      const one = stories[i];
      if (one && !done) this.#waiting.push({ ...one, at: atWork(this.hour + Math.max(1, value ?? 1)) });
    }
  }
}
