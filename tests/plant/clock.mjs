// Loaded into a server before anything else, so that its clock can be moved from outside: {ahead: milliseconds}.
const Real = Date;
let ahead = Number(process.env.CLOCK_AHEAD ?? 0);
const now = () => Real.now() + ahead;

globalThis.Date = new Proxy(Real, {
  construct: (target, given, as) => Reflect.construct(target, given.length ? given : [now()], as),
  apply: () => new Real(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

process.on('message', (said) => {
  if (typeof said?.ahead !== 'number') return;
  ahead = said.ahead;
  process.send?.({ ahead });
});
process.channel?.unref();
