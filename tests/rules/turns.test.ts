import { expect, test } from 'vitest';
import { FairLock } from '../../db/fair-lock.ts';

/** People who come in together, or alone, and say so when they are in. */
function aRoom() {
  const turns = new FairLock();
  const inside: string[] = [];
  const leaves = new Map<string, () => void>();
  const comes = (name: string, alone = false) =>
    turns.acquire(alone).then((leave) => {
      inside.push(name);
      leaves.set(name, () => {
        inside.splice(inside.indexOf(name), 1);
        leave();
      });
    });
  const goes = async (...names: string[]) => {
    for (const name of names) leaves.get(name)?.();
    await settled();
  };
  const settled = () => new Promise<void>(setImmediate);
  return { comes, goes, settled, inside };
}

test('many are inside together; whoever wants to be alone waits until all have gone', async () => {
  const room = aRoom();
  void room.comes('liu');
  void room.comes('wu');
  void room.comes('sun', true);
  await room.settled();
  expect(room.inside).toEqual(['liu', 'wu']);
  await room.goes('liu');
  expect(room.inside).toEqual(['wu']);
  await room.goes('wu');
  expect(room.inside).toEqual(['sun']);
});

test('nobody comes in beside whoever is alone, neither another of the kind', async () => {
  const room = aRoom();
  void room.comes('sun', true);
  await room.settled();
  void room.comes('liu');
  void room.comes('wu');
  void room.comes('han', true);
  void room.comes('ma', true);
  await room.settled();
  expect(room.inside).toEqual(['sun']);
  await room.goes('sun');
  expect(room.inside).toEqual(['liu', 'wu']);
  await room.goes('liu', 'wu');
  expect(room.inside).toEqual(['han']);
  await room.goes('han');
  expect(room.inside).toEqual(['ma']);
});

test('first come, first served: who comes later does not slip in past one who waits to be alone', async () => {
  const room = aRoom();
  void room.comes('liu');
  void room.comes('sun', true);
  void room.comes('wu');
  await room.settled();
  expect(room.inside).toEqual(['liu']);
  await room.goes('liu');
  expect(room.inside).toEqual(['sun']);
  await room.goes('sun');
  expect(room.inside).toEqual(['wu']);
  void room.comes('chen');
  await room.settled();
  expect(room.inside).toEqual(['wu', 'chen']);
});
