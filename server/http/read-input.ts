import { z } from 'zod';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { type Faults, unusable } from './problem.ts';

/** So many faults are counted; whoever sends more is not owed the time it takes to find them all. */
const MAX_FAULTS_COUNTED = 5_000;

/**
 * What a request asks, by the shape of its route. The members of lists are looked at one after another, in turns with
 * the scans: two thousand lines with a fault in each field would hold everybody for a second.
 * @throws Problem 422 with the first faults and their number
 */
export async function readInput<Input extends z.ZodType>(
  shape: Input,
  given: unknown,
): Promise<z.output<Input>> {
  const found = new Found();
  const read = await membersRead(listsOf(shape), given, [], found);
  const { data, error } = listsOf(shape).outside.safeParse(read);
  if (error || found.count > 0) throw unusable(found.with(error?.issues ?? []));
  return data as z.output<Input>;
}

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;
class Found {
  readonly #issues: Issue[] = [];
  readonly letOthersRun = yieldToEventLoop();
  count = 0;

  get isEnough() {
    return this.count >= MAX_FAULTS_COUNTED;
  }
  add(issues: readonly Issue[], path: Path) {
    this.count += issues.length;
    for (const issue of issues) this.#issues.push({ ...issue, path: [...path, ...issue.path] });
  }
  with = (others: readonly Issue[]): Faults => ({
    issues: [...others, ...this.#issues],
    isCounted: !this.isEnough,
  });
}

/** Where the lists of a shape lie. `outside` is the same shape, to which the members of its lists are right as they are. */
interface Lists {
  readonly outside: z.ZodType;
  readonly list?: { readonly member: z.ZodType; readonly inside: Lists; readonly max: number };
  readonly fields?: ReadonlyMap<string, Lists>;
  readonly values?: Lists;
}

async function membersRead(
  { list, fields, values }: Lists,
  given: unknown,
  path: Path,
  found: Found,
): Promise<unknown> {
  if (Array.isArray(given)) return list ? listRead(list, given, path, found) : given;
  if (!(fields || values) || typeof given !== 'object' || given === null) return given;
  const read: Record<string, unknown> = { ...given };
  for (const [name, value] of Object.entries(read)) {
    const its = values ?? fields?.get(name);
    if (its) read[name] = await membersRead(its, value, [...path, name], found);
  }
  return read;
}

/** A list that is too long is not looked into: that is its fault. */
async function listRead(
  { member, inside, max }: NonNullable<Lists['list']>,
  given: readonly unknown[],
  path: Path,
  found: Found,
): Promise<readonly unknown[]> {
  const read: unknown[] = [];
  if (given.length > max) return given;
  for (const [n, one] of given.entries()) {
    if (found.isEnough) return given;
    await found.letOthersRun();
    const its = hasLists(inside) ? await membersRead(inside, one, [...path, n], found) : one;
    const { data, error } = (hasLists(inside) ? inside.outside : member).safeParse(its);
    if (error) found.add(error.issues, [...path, n]);
    read.push(data);
  }
  return read;
}

const known = new WeakMap<z.core.$ZodType, Lists>();
function listsOf(shape: z.core.$ZodType): Lists {
  const lists = known.get(shape) ?? findLists(shape);
  known.set(shape, lists);
  return lists;
}
const hasLists = ({ list, fields, values }: Lists) => Boolean(list ?? fields ?? values);

/** Lists within a choice, or in what is made of something else, are looked at as a whole: there are none in a body of ours. */
function findLists(shape: z.core.$ZodType): Lists {
  if (shape instanceof z.ZodArray) return ofList(shape);
  if (shape instanceof z.ZodObject) return ofObject(shape);
  if (shape instanceof z.ZodRecord) {
    const values = listsOf(shape.valueType);
    return hasLists(values) ? { values, outside: like(shape, { valueType: values.outside }) } : none(shape);
  }
  if (!isAround(shape)) return none(shape);
  const inside = listsOf(shape.def.innerType);
  return hasLists(inside) ? { ...inside, outside: like(shape, { innerType: inside.outside }) } : none(shape);
}

const ofList = (shape: z.ZodArray): Lists => {
  const { element, checks = [] } = shape.def;
  const sizes = checks.map(({ _zod }) => _zod.def as { check: string; maximum?: number });
  const max = Math.min(...sizes.map(({ maximum = Number.POSITIVE_INFINITY }) => maximum));
  const list = { member: element as z.ZodType, inside: listsOf(element), max };
  return { list, outside: like(shape, { element: z.any() }) };
};

function ofObject(shape: z.ZodObject): Lists {
  const all = Object.entries(shape.shape).map(([name, one]) => [name, listsOf(one)] as const);
  const fields = new Map(all.filter(([, its]) => hasLists(its)));
  if (fields.size === 0) return none(shape);
  const outside = Object.fromEntries(all.map(([name, its]) => [name, its.outside]));
  return { fields, outside: like(shape, { shape: outside }) };
}

const none = (shape: z.core.$ZodType): Lists => ({ outside: shape as z.ZodType });
const like = <Shape extends z.ZodType>(shape: Shape, other: object): z.ZodType =>
  z.core.clone(shape, { ...shape._zod.def, ...other });

type Around = z.ZodOptional | z.ZodNullable | z.ZodDefault | z.ZodReadonly;
const isAround = (shape: z.core.$ZodType): shape is Around =>
  shape instanceof z.ZodOptional ||
  shape instanceof z.ZodNullable ||
  shape instanceof z.ZodDefault ||
  shape instanceof z.ZodReadonly;
