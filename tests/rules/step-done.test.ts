import { expect, test } from 'vitest';
import type { OpenStep } from '../../client/shared/questions.ts';
import { doneWords } from '../../client/shared/step-done.ts';
import type { Words } from '../../server/words/words.ts';
import { fieldsOf } from '../../server/workflow/fields.ts';
import type { Step } from '../../server/workflow/workflow.ts';
import { workflows } from '../../server/workflow/workflows.ts';

const all = Object.entries(workflows).flatMap(([entity, { steps }]) =>
  Object.entries<Step>(steps).map(([name, step]) => [`${entity}.${name}`, step] as const),
);

test.each(all)('%s says how the thing stands afterwards, and not the order that was given', (_name, step) => {
  expect(step.done.zh).not.toBe(step.button.zh);
  expect(step.done.en).not.toMatch(/^Done\b/);
  if (step.tells !== undefined) expect(Object.keys(step.asks.shape)).toContain(step.tells);
});

test('what was decided, and where to, is told with it', () => {
  const open = (entity: 'item' | 'returnOrder' | 'shipment', name: string): OpenStep => {
    const step = (workflows[entity].steps as Readonly<Record<string, Step>>)[name] as Step;
    const { button, done, tells = null, kinds = [], asks } = step;
    return { step: name, button, done, tells, kinds, fields: fieldsOf(asks) };
  };
  const names: Readonly<Record<string, Words>> = {
    RTS: { zh: '良品上架', en: 'Return to stock' },
    battery: { zh: '电池危险', en: 'Battery hazard' },
  };
  const nameOf = (_list: string, code: string) => names[code] ?? { zh: code, en: code };
  const said = (step: OpenStep, answers: object) => doneWords(step, { ...answers }, nameOf);
  expect(said(open('item', 'decide'), { disposition: 'RTS' })).toEqual({
    zh: '去向已定：良品上架',
    en: 'Disposition set: Return to stock',
  });
  expect(said(open('item', 'putAway'), { location: 'A-01-1' }).zh).toBe('已上架：A-01-1');
  expect(said(open('item', 'liftHold'), { kind: 'battery' }).en).toContain('Hold lifted: ');
  expect(said(open('shipment', 'handOver'), { carrier: 'J&T', waybill: 'JT1' }).zh).toBe('已交承运商：J&T');
  expect(said(open('returnOrder', 'approve'), {})).toEqual({ zh: '已批准', en: 'Approved' });
});
