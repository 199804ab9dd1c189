import type { Chance } from '../../server/demo/chance.ts';
import type { Body } from '../plant/handset.ts';
import type { Crew, PersonName } from '../plant/settle.ts';
import { seenBefore } from '../seen.ts';
import type { Books } from './books.ts';
import type { Calendar } from './calendar.ts';

export type Exporter = 'whale' | 'kite';
export const sound = { cosmetic: 'C1', functional: 'F1', complete: 'K1', packaging: 'P2', battery: 'none' };
export const broken = { ...sound, cosmetic: 'C2', functional: 'F3' };
export const swollen = { ...broken, battery: 'damaged' };
/** The workflow said no, with its reason: the thing stays where it is. */
export class Refused extends Error {}

/** Where the stories take place: people who know what the API tells them, and write down what they were told. */
export class Floor {
  readonly crew: Crew;
  readonly books: Books;
  readonly calendar: Calendar;

  constructor(crew: Crew, books: Books, calendar: Calendar) {
    this.crew = crew;
    this.books = books;
    this.calendar = calendar;
  }

  /** A step of a thing. @throws Refused */
  async step(who: PersonName, code: string, step: string, given: object = {}): Promise<Body> {
    const item = await this.take(who, 'items', code, step, given);
    const known = this.books.of(code);
    known.steps.push(step);
    if (step === 'receive') known.cameIn = true;
    if (step === 'undoReceive') known.cameIn = false;
    known.quantity = item.quantity;
    known.state = item.state.id;
    return item;
  }

  /** A step of anything. @throws Refused */
  async take(who: PersonName, entity: string, code: string, step: string, given: object = {}): Promise<Body> {
    const path = `/api/v1/${entity}/${code}`;
    const seen = await seenBefore(entity, step, async () => (await this.crew[who].ask(`GET ${path}`)).body);
    const { status, body } = await this.crew[who].ask(`POST ${path}/steps`, { step, ...seen, ...given });
    if (status !== 200) throw this.refusal(body, step);
    return body;
  }

  refusal(body: Body, step = ''): Refused {
    const why = `${step} ${body.guard ?? body.code}`.trim();
    this.books.refused(why);
    return new Refused(why);
  }

  /** Looks at a thing that moved on without those who write this book: through its ticket, or by its clock. */
  async look(code: string): Promise<Body> {
    const item = await this.crew.supervisor.must(`GET /api/v1/items/${code}`);
    this.books.of(code).state = item.state.id;
    return item;
  }

  /** Something came that nobody announced. */
  async takeIn(given: object): Promise<Body> {
    const item = await this.crew.supervisor.must('POST /api/v1/receipts', { location: 'R-01', ...given });
    this.books.announced(item.code, item.quantity);
    this.books.unannounced += item.quantity;
    Object.assign(this.books.of(item.code), { state: item.state.id, cameIn: true });
    this.books.of(item.code).steps.push('receive');
    return item;
  }

  /** In the evening, what is ready for the vendors goes to them. */
  async evening(): Promise<void> {
    const { rows } = await this.crew.storekeeper.must('GET /api/v1/consignments?state=open');
    for (const { code } of rows)
      for (const step of ['close', 'handOver']) await this.take('storekeeper', 'consignments', code, step);
  }
}

export interface Thing {
  readonly floor: Floor;
  readonly exporter: Exporter;
  readonly code: string;
  readonly chance: Chance;
}
