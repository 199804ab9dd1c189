import { describe, expect, test } from 'vitest';
import { type Role, roles } from '../../server/access/permissions.ts';
import { engine, entities } from '../../server/registry.ts';
import { Engine } from '../../server/workflow/engine.ts';
import { itemWorkflow } from '../../server/workflow/item.ts';
import { openTo } from '../../server/workflow/open-steps.ts';
import { plain } from './item-facts.ts';

type Taken = Parameters<Engine['take']>;
type Actor = Taken[1]['actor'];
const actor = (role: Role) => ({ id: 'wang', permissions: roles[role] }) as Actor;
/** Refused before anything is read: there is nothing to read it from. */
const taken = (entity: string, step: string, who: Role) =>
  engine.take(...([{}, { entity, code: 'X-1', step, actor: actor(who), context: {} }] as unknown as Taken));

describe('a person who asks for a step', () => {
  test('is told by its name when it is not theirs', async () => {
    await expect(taken('item', 'destroy', 'packer')).rejects.toMatchObject({
      ...{ status: 403, code: 'forbidden' },
      words: {
        zh: '您没有“销毁”的权限。请找主管或管理员。',
        en: 'You may not destroy. Ask a supervisor or an administrator.',
      },
    });
    await expect(taken('shipment', 'close', 'receiver')).rejects.toMatchObject({
      ...{ status: 403, words: { zh: expect.stringContaining('封箱') } },
    });
  });

  test('never takes what only the house takes, whoever they are', async () => {
    for (const [entity, step] of [
      ['item', 'expire'],
      ['item', 'returnAgain'],
      ['ticket', 'pass'],
      ['shipment', 'end'],
    ] as const)
      await expect(taken(entity, step, 'administrator')).rejects.toMatchObject({ status: 403 });
  });

  test('finds a mistake of ours by its name', async () => {
    await expect(taken('horse', 'receive', 'manager')).rejects.toThrow('There is no horse among');
    await expect(taken('item', 'fly', 'manager')).rejects.toThrow('There is no fly among');
  });
});

describe('the open steps', () => {
  const steps = (role: Role, state: string, facts: Partial<typeof plain> = {}) =>
    openTo(itemWorkflow, state, { ...plain, ...facts }, { actor: actor(role), version: 7 }).map(
      ({ step }) => step,
    );

  test('are those of the state that this person may take', () => {
    expect(steps('receiver', 'announced')).toEqual(['receive', 'reportMissing']);
    expect(steps('packer', 'announced')).toEqual([]);
    expect(steps('inspector', 'inspected')).toEqual([
      ...['decide', 'askExporter', 'inspect', 'move', 'split', 'recount', 'addPhoto', 'hold'],
    ]);
    expect(steps('inspector', 'inspected', { dataLeft: true })).toContain('wipe');
    expect(steps('exporterMember', 'awaitingInstruction')).toEqual(['instruct']);
    expect(steps('vendorAdmin', 'awaitingInstruction')).toEqual([]);
    expect(steps('administrator', 'announced')).not.toContain('cancel');
  });

  test('and not those that a condition closes', () => {
    expect(steps('inspector', 'inspected', { ownerKnown: false })).not.toContain('decide');
    expect(steps('inspector', 'inspected', { quantity: 1, quantityGiven: null })).not.toContain('split');
  });

  test('come with their button and what they ask', () => {
    const [receive, missing] = openTo(itemWorkflow, 'announced', plain, {
      actor: actor('receiver'),
      version: 7,
    });
    expect(receive).toMatchObject({ button: { zh: '收货', en: 'Receive' } });
    expect(receive?.fields.map(({ name, required }) => [name, required])).toEqual([
      ...[
        ['location', true],
        ['quantity', false],
        ['serial', false],
        ['imei2', false],
        ['exception', false],
        ['note', false],
      ],
    ]);
    expect(missing?.fields).toMatchObject([{ name: 'note', kind: 'long text', required: false }]);
    const [unpack] = openTo(itemWorkflow, 'packed', plain, { actor: actor('packer'), version: 7 });
    expect(unpack).toEqual({
      step: 'unpack',
      button: { zh: '拆箱', en: 'Unpack' },
      done: { zh: '已拆箱', en: 'Unpacked' },
      tells: null,
      fields: [],
      kinds: [],
      seen: null,
    });
  });
});

test('a house whose workflows are not sound does not open, and says what is wrong', () => {
  const { item } = entities;
  const { 'take the place': _, ...rest } = item.effects;
  const broken = { ...item, effects: rest } as unknown as typeof item;
  expect(() => new Engine({ item: broken })).toThrow(
    'The workflows are not sound:\nitem: nobody carries out the effect take the place',
  );
  expect(() => new Engine({ item })).not.toThrow();
});
