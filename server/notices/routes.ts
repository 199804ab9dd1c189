import { z } from 'zod';
import { newestNotices } from '../../db/queries/notices.ts';
import { notices } from '../../db/schema/jobs.ts';
import { route } from '../http/route.ts';
import { line, Time, Words } from '../http/shapes.ts';
import { noticeWords } from '../words/notices.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { returnOrderWorkflow } from '../workflow/return-order.ts';
import { ticketWorkflow } from '../workflow/ticket.ts';
import { Mail, shownMails } from './mails.ts';

const Notices = z.object({
  unread: z.number(),
  notices: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      about: z.record(z.string(), z.string()),
      words: Words,
      at: Time,
      read: z.boolean(),
    }),
  ),
});

const lives: Readonly<Record<string, { readonly states: Readonly<Record<string, z.output<typeof Words>>> }>> =
  {
    'item moved on': itemWorkflow,
    'ticket moved on': ticketWorkflow,
    'return order moved on': returnOrderWorkflow,
  };
const reached = (kind: string, { state = '' }: Readonly<Record<string, string>>) =>
  lives[kind]?.states[state];

export const noticeRoutes = [
  route('GET /api/v1/notices', {
    summary: 'The newest hundred notices of your organisation.',
    needs: 'notices.read',
    input: z.strictObject({}),
    reply: Notices,
    handle: async ({ db }) => {
      const found = await db.ask(newestNotices, {});
      const shown = found.map(({ id, kind, about, at, readAt }) => ({
        ...{ id, kind, about },
        words: noticeWords(kind, about, reached(kind, about)),
        at: at.toISOString(),
        read: readAt !== null,
      }));
      return { unread: shown.filter(({ read }) => !read).length, notices: shown };
    },
  }),
  route('POST /api/v1/notices/reading', {
    summary: 'Marks the notices shown as read.',
    needs: 'notices.read',
    input: z.strictObject({ ids: z.array(line(64)).max(100) }),
    reply: z.object({ read: z.number() }),
    once: true,
    handle: async ({ db: tx, input, context }) => {
      const mine = (await tx.ask(newestNotices, {})).filter(
        ({ id, readAt }) => input.ids.includes(id) && !readAt,
      );
      for (const one of mine) await tx.change(notices, one, { readAt: context.now });
      return { read: mine.length };
    },
  }),
  route('GET /api/v1/mails', {
    summary: 'In a demo: the mails that would have been sent.',
    needs: 'people.manage',
    input: z.strictObject({}),
    reply: z.object({ shown: z.boolean(), rows: z.array(Mail) }),
    handle: async (call) => ({
      shown: call.deps.config.SHOW_MAIL === 'yes',
      rows: await shownMails(call),
    }),
  }),
];
