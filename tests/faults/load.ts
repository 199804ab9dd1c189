import { isDeepStrictEqual } from 'node:util';
import type { Crew } from '../plant/settle.ts';
import { seenBefore } from '../seen.ts';

const sound = { cosmetic: 'C1', functional: 'F1', complete: 'K1', packaging: 'P2', battery: 'none' };

/** When a scan is sent that is ready, and who looks at how long it took. */
export type Pace = <Answer>(scan: () => Promise<Answer>) => Promise<Answer>;
const asFastAsTheyCan: Pace = (scan) => scan();

/** People at work until they are told to stop; what they were told is done is remembered, and counted at the end. */
export class Load {
  readonly #crew: Crew;
  readonly #lives: { code: string; steps: string[] }[] = [];
  readonly #pace: Pace;
  #stopping = false;
  #work: Promise<void>[] = [];
  steps = 0;
  /** What was refused to them, or never became certain: none of it may be. */
  readonly refused: string[] = [];

  constructor(crew: Crew, pace: Pace = asFastAsTheyCan) {
    this.#crew = crew;
    this.#pace = pace;
  }

  start(workers = 6): void {
    this.#work = Array.from({ length: workers }, async () => {
      while (!this.#stopping) await this.#oneLife();
    });
  }

  /** Resolves once so many more steps are certain. */
  async progress(steps: number): Promise<void> {
    const wanted = this.steps + steps;
    const failed = Promise.all(this.#work);
    while (this.steps < wanted) await Promise.race([new Promise((go) => setTimeout(go, 5)), failed]);
  }

  /** Lets everybody finish what is in their hands, however long it takes to become certain. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#work);
  }

  /** Every history has each step that was acknowledged, once, in order, and no other. */
  async miscounted(): Promise<string[]> {
    const wrong: string[] = [];
    for (const { code, steps } of this.#lives) {
      const { events } = await this.#crew.supervisor.must(`GET /api/v1/items/${code}/history`);
      const happened = (events as { step: string }[]).map(({ step }) => step).reverse();
      if (!isDeepStrictEqual(happened, steps)) wrong.push(`${code}: ${happened} instead of ${steps}`);
    }
    return wrong;
  }

  get lives(): number {
    return this.#lives.length;
  }

  async #oneLife() {
    const { whale, supervisor } = this.#crew;
    const lines = [{ sku: 'SHIRT', quantity: 2, reason: 'R01' }];
    const order = await whale.must('POST /api/v1/return-orders', { warehouse: 'WH1', lines });
    this.steps++;
    const code = order.items[0].code as string;
    const life = { code, steps: ['announce'] };
    this.#lives.push(life);
    const road = [
      ['receive', { location: 'R-01' }],
      ['inspect', sound],
      ['decide', { disposition: 'RTS' }],
      ['putAway', { location: 'A-09-01-1' }],
      ['hold', { kind: 'quality' }],
      ['liftHold', { kind: 'quality', reason: 'looked at' }],
      ['move', { location: 'A-09-01-1' }],
    ] as const;
    for (const [step, given] of road) {
      const look = () => supervisor.must(`GET /api/v1/items/${code}`);
      const seen = await seenBefore('items', step, look);
      try {
        await this.#pace(() =>
          supervisor.must(`POST /api/v1/items/${code}/steps`, { step, ...seen, ...given }),
        );
      } catch (error) {
        this.refused.push(String(error).slice(0, 300));
        return;
      }
      life.steps.push(step);
      this.steps++;
    }
  }
}
