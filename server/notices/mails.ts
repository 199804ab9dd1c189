import { z } from 'zod';
import { mailboxesOf, mailsSince } from '../../db/queries/notices.ts';
import { outbox } from '../../db/schema/jobs.ts';
import type { Writing } from '../../db/scope.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Call } from '../http/route.ts';
import { Time } from '../http/shapes.ts';
import type { Config } from '../process/config.ts';
import { type MailAbout, type MailKind, mailSubject, mailText } from '../words/mails.ts';

interface To {
  readonly email: string;
  readonly language: 'zh-CN' | 'en';
}

/** A mail to one person, for after the commit. */
export const writeMail = (
  tx: Writing,
  {
    mail,
    to,
    about,
    context,
  }: { mail: MailKind; to: To; about: Partial<MailAbout>; context: RequestContext },
) =>
  tx.asSystem().add(outbox, {
    id: context.newId(),
    kind: 'mail',
    about: {
      mail,
      to: to.email,
      language: to.language,
      name: '',
      organisation: '',
      link: '',
      what: '',
      ...about,
    },
    ...{ at: context.now, dueAt: context.now, tries: 0 },
  });

/** The same to everybody who looks after an organisation. */
export async function writeMailToHeads(
  tx: Writing,
  organisationId: string,
  letter: Omit<Parameters<typeof writeMail>[1], 'to'>,
): Promise<void> {
  for (const to of await tx.asSystem().ask(mailboxesOf, { organisationId }))
    await writeMail(tx, { ...letter, to });
}

export const linkTo = ({ PUBLIC_URL, PORT }: Config, page: string, token: string) =>
  `${PUBLIC_URL ?? `http://localhost:${PORT}`}/${page}?token=${token}`;

type Kept = Readonly<Record<string, string>>;
/** The mail that lies in the outbox, in words; null when it is no mail to one person. */
export function mailIn(about: Kept): { to: string; subject: string; text: string } | null {
  const { mail, to, name = '', organisation = '', link = '', what = '' } = about;
  if (!mail || !to) return null;
  const language = about.language === 'en' ? 'en' : 'zh-CN';
  const kind = mail as MailKind;
  return {
    to,
    subject: mailSubject(kind, language),
    text: mailText(kind, { name, organisation, link, what }, language),
  };
}

/** Once a mail is out, the secret in its link is nobody's to read here. */
export const withoutLink = (about: Kept): Kept => (about.link ? { ...about, link: '' } : about);

export const Mail = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: Time,
});

/** In a demo: what would have been sent. Anywhere else nothing of a mail is shown. */
export async function shownMails({ deps, db }: Call<object>): Promise<z.input<typeof Mail>[]> {
  if (deps.config.SHOW_MAIL !== 'yes') return [];
  const kept = await db.asSystem().ask(mailsSince, {});
  return kept.flatMap(({ id, about, at }) => {
    const mail = mailIn(about);
    return mail ? [{ id, ...mail, at: at.toISOString() }] : [];
  });
}
