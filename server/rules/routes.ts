import { z } from 'zod';
import { allCustomsRules, allDispositionRules } from '../../db/queries/items.ts';
import { route } from '../http/route.ts';
import { line, scanId } from '../http/shapes.ts';
import {
  addCustomsRule,
  CustomsRule,
  CustomsRuleChange,
  changeCustomsRule,
  NewCustomsRule,
} from './customs-rules.ts';
import {
  addDispositionRule,
  changeDispositionRule,
  DispositionRule,
  DispositionRuleChange,
  NewDispositionRule,
} from './disposition-rules.ts';

const id = line(120);

export const ruleRoutes = [
  route('GET /api/v1/customs-rules', {
    summary: 'What customs allow, in the order in which the rules are read: the first that fits answers.',
    needs: 'rules.read',
    input: z.strictObject({}),
    reply: z.object({ rows: z.array(CustomsRule) }),
    handle: async ({ db }) => ({
      rows: await db.ask(allCustomsRules, {}),
    }),
  }),
  route('POST /api/v1/customs-rules', {
    summary: 'A new customs rule with its citation.',
    needs: 'customs.manage',
    input: NewCustomsRule.extend({ scanId }),
    reply: CustomsRule,
    once: true,
    handle: ({ db: tx, actor, input, context }) => addCustomsRule(tx, actor, input, context),
  }),
  route('PATCH /api/v1/customs-rules/:id', {
    summary: 'Another verdict, citation or time of validity of a customs rule.',
    needs: 'customs.manage',
    input: CustomsRuleChange.extend({ scanId, id }),
    reply: CustomsRule,
    once: true,
    handle: ({ db: tx, actor, input, context }) => changeCustomsRule(tx, actor, input, context),
  }),
  route('GET /api/v1/disposition-rules', {
    summary: 'Where an inspected item should go, in the order in which the rules are read.',
    needs: 'rules.read',
    input: z.strictObject({}),
    reply: z.object({ rows: z.array(DispositionRule) }),
    handle: async ({ db }) => ({
      rows: await db.ask(allDispositionRules, {}),
    }),
  }),
  route('POST /api/v1/disposition-rules', {
    summary: 'A new disposition rule.',
    needs: 'rules.manage',
    input: NewDispositionRule.extend({ scanId }),
    reply: DispositionRule,
    once: true,
    handle: ({ db: tx, actor, input, context }) => addDispositionRule(tx, actor, input, context),
  }),
  route('PATCH /api/v1/disposition-rules/:id', {
    summary: 'Another test or disposition: the rule gets its next version.',
    needs: 'rules.manage',
    input: DispositionRuleChange.extend({ scanId, id }),
    reply: DispositionRule,
    once: true,
    handle: ({ db: tx, actor, input, context }) => changeDispositionRule(tx, actor, input, context),
  }),
];
