/** What was given, without what was left out: an update of the fields that somebody named. */
export const omitUndefined = <T extends object>(asked: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as never;
