import { eq } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import { workDue } from '../../db/queries/jobs.ts';
import { mailboxesOf } from '../../db/queries/notices.ts';
import { notices, outbox } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { RequestContext } from '../http/request-context.ts';
import { mailIn, withoutLink } from '../notices/mails.ts';
import type { Deps } from '../process/deps.ts';
import { noticeSubject, noticeText } from '../words/notices.ts';

type Work = typeof outbox.$inferSelect;
const MINUTE_MS = 60_000;
const MAX_TRIES = 14;

/** Works off what commits left behind: a notice in the portal, and a mail where a mail server is set. */
export async function workOutbox(deps: Deps, context: RequestContext): Promise<number> {
  const due = await deps.database.as(systemViewer).ask(workDue, { now: context.now });
  for (const work of due) await tryOnce(deps, context, work);
  return due.length;
}

async function tryOnce(deps: Deps, context: RequestContext, { id }: Work) {
  const work = await taken(deps, context, id);
  if (!work) return;
  const write = (set: Partial<Work>) =>
    deps.database.as(systemViewer).atomically((tx) => tx.change(outbox, work, set));
  try {
    if (work.tries === 1) await notice(deps, context, work);
    await mail(deps, work);
    const { config } = deps;
    const about = config.SHOW_MAIL === 'yes' ? work.about : withoutLink(work.about);
    await write({ doneAt: context.now, about });
  } catch (error) {
    const wait = Math.min(2 ** work.tries * MINUTE_MS, 12 * 60 * MINUTE_MS);
    const lastError = String(error).slice(0, 300);
    const over = work.tries >= MAX_TRIES;
    await write({
      lastError,
      ...(over ? { doneAt: context.now } : { dueAt: new Date(context.now.getTime() + wait) }),
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

/** Under the work's own id, so that a second try adds no second notice. */
const notice = ({ database }: Deps, context: RequestContext, { id, kind, about }: Work) =>
  database.as(systemViewer).atomically(async (tx) => {
    if (about.organisation && !(await tx.first(notices, eq(notices.id, id))))
      await tx.add(notices, { id, organisationId: about.organisation, kind, about, at: context.now });
  });

async function mail({ config, database }: Deps, { kind, about }: Work) {
  const letter = mailIn(about);
  if (config.SMTP_URL && letter)
    await createTransport(config.SMTP_URL).sendMail({ from: config.MAIL_FROM, ...letter });
  if (!config.SMTP_URL || !about.organisation || !mailed.has(kind)) return;
  const boxes = await database.as(systemViewer).ask(mailboxesOf, { organisationId: about.organisation });
  const transport = createTransport(config.SMTP_URL);
  for (const { email, language } of boxes)
    await transport.sendMail({
      from: config.MAIL_FROM,
      to: email,
      subject: noticeSubject(kind, about, language),
      text: noticeText(kind, about, language, config.PUBLIC_URL ?? ''),
    });
}
/** Only what waits for an answer goes out by mail; the rest is read in the portal. */
const mailed = new Set(['item needs instruction', 'estimate needs answer', 'consignment on its way']);
