import { eq } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import { workDue } from '../../db/queries/jobs.ts';
import { mailboxesOf } from '../../db/queries/notices.ts';
import { notices, outbox } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { RequestContext } from '../http/request-context.ts';
import { withGoods } from '../notices/goods.ts';
import { mailIn, withoutLink } from '../notices/mails.ts';
import type { Deps } from '../process/deps.ts';
import { noticeSubject, noticeText } from '../words/notices.ts';

type Work = typeof outbox.$inferSelect;
const MINUTE_MS = 60_000;
const MAX_TRIES = 14;

/** Works off what commits left behind: a notice in the portal, and a mail where a mail server is set. */
export async function workOutbox(deps: Deps, context: RequestContext): Promise<number> {
  let done = 0;
  // A notice leaves its letters behind, which are due at once; whatever is tried falls due later or never again.
  for (;;) {
    const due = await deps.database.as(systemViewer).ask(workDue, { now: context.now });
    if (due.length === 0) return done;
    for (const work of due) await tryOnce(deps, context, work);
    done += due.length;
  }
}

async function tryOnce(deps: Deps, context: RequestContext, { id }: Work) {
  const work = await taken(deps, context, id);
  if (!work) return;
  const write = (set: Partial<Work>) =>
    deps.database.as(systemViewer).atomically((tx) => tx.change(outbox, work, set));
  // A link opens what it opens for as long as it is kept.
  const end = () => ({
    doneAt: context.now,
    about: deps.config.SHOW_MAIL === 'yes' ? work.about : withoutLink(work.about),
  });
  try {
    const letter = letterIn(work, deps.config);
    if (letter) {
      await send(deps.config, letter);
      await write(end());
    } else await notify(deps, context, work);
  } catch (error) {
    const wait = Math.min(2 ** work.tries * MINUTE_MS, 12 * 60 * MINUTE_MS);
    const lastError = String(error).slice(0, 300);
    const over = work.tries >= MAX_TRIES;
    await write({
      lastError,
      ...(over ? end() : { dueAt: new Date(context.now.getTime() + wait) }),
    });
    deps.log.warn({ kind: work.kind, tries: work.tries }, 'work of the outbox failed');
  }
}

/** Several servers work off one outbox: whoever takes a piece has it for a while, and after a crash it falls due again. */
const taken = ({ database }: Deps, { now }: RequestContext, id: string) =>
  database.as(systemViewer).atomically(async (tx) => {
    const work = await tx.first(outbox, eq(outbox.id, id));
    if (!work || work.doneAt || work.dueAt > now) return undefined;
    const lease = { tries: work.tries + 1, dueAt: new Date(now.getTime() + 5 * MINUTE_MS) };
    await tx.change(outbox, work, lease);
    return { ...work, ...lease };
  });

/** Only what waits for somebody goes out by mail; the rest is read in the portal. */
const mailed = new Set([
  'item needs instruction',
  'estimate needs answer',
  'consignment on its way',
  'refused often',
  'work keeps failing',
]);

/**
 * Notes the news in the portal and leaves a letter for each mailbox behind, in one transaction with its end: so that a
 * mailbox that refuses its letter is tried again alone.
 */
const notify = ({ config, database }: Deps, context: RequestContext, work: Work) =>
  database.as(systemViewer).atomically(async (tx) => {
    const { id, kind } = work;
    const { organisation: organisationId } = work.about;
    const about = organisationId ? await withGoods(tx, work.about) : work.about;
    if (organisationId && !(await tx.first(notices, eq(notices.id, id))))
      await tx.add(notices, { id, organisationId, kind, about, at: context.now });
    const boxes =
      organisationId && config.SMTP_URL && mailed.has(kind)
        ? await tx.ask(mailboxesOf, { organisationId })
        : [];
    for (const { email: mailbox, language } of boxes)
      await tx.add(outbox, {
        id: context.newId(),
        kind,
        about: { ...about, mailbox, language },
        ...{ at: context.now, dueAt: context.now, tries: 0 },
      });
    await tx.change(outbox, work, { doneAt: context.now });
  });

interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
/** The mail that a piece of work is; null for news, which is noted in the portal first. */
function letterIn({ kind, about }: Work, { PUBLIC_URL }: Deps['config']): Letter | null {
  const { mailbox: to, language: read } = about;
  if (!to) return mailIn(about);
  const language = read === 'en' ? 'en' : 'zh-CN';
  const text = noticeText(kind, about, language, PUBLIC_URL ?? '');
  return { to, subject: noticeSubject(kind, about, language), text };
}

async function send({ SMTP_URL, MAIL_FROM }: Deps['config'], letter: Letter) {
  if (SMTP_URL) await createTransport(SMTP_URL).sendMail({ from: MAIL_FROM, ...letter });
}
