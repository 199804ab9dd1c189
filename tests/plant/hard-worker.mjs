/** A thread's script that does what it is told: answers, dies, or never comes to an end. */
export function work({ does }) {
  if (does === 'dies') process.exit(1);
  if (does === 'fills its memory') for (const all = []; ; ) all.push(new Array(1_000).fill(all.length));
  if (does === 'never ends') for (;;);
  if (does === 'fails') throw new Error('It failed.');
  return does;
}
