import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const url = (schemes: string) => z.string().regex(new RegExp(`^(${schemes})`));

const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATABASE_URL: url('file:|postgres://|postgresql://').default('file:data/guihang.db'),
  /** Photos and papers, under their hash. Several servers share one. */
  FILES_DIR: z.string().min(1).default('data/files'),
  /** What the server makes up for itself and nobody else may read; no backup takes it along. */
  SECRETS_DIR: z.string().min(1).default('data/secrets'),
  /** Where people reach the server: for links and for the check of origins. */
  PUBLIC_URL: url('https?://').optional(),
  /** Signs the session cookies; made and kept in SECRETS_DIR when it is not given. Several servers share one. */
  SESSION_SECRET: z.string().min(32).optional(),
  SMTP_URL: url('smtps?://').optional(),
  MAIL_FROM: z.string().min(3).default('归航 Guihang <no-reply@guihang.invalid>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** How many proxies stand in front: whose word to take for the caller's address. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** Who must have a second factor before they may do anything: administrators, unless this is a demo. */
  TWO_FACTOR: z.enum(['administrators', 'nobody']).default('administrators'),
  /** For the demo: mail is shown on a page instead of being sent. */
  SHOW_MAIL: z.enum(['yes', 'no']).default('no'),
  /** How many requests a minute one API key is good for. */
  KEY_RATE: z.coerce.number().int().min(1).max(100_000).default(120),
  /** How many requests a minute one person has, many times what hands can do, and one exporter or vendor with all its people and keys. */
  PERSON_RATE: z.coerce.number().int().min(1).max(10_000_000).default(1_200),
  ORGANISATION_RATE: z.coerce.number().int().min(1).max(10_000_000).default(6_000),
  /** Whoever reads /metrics says this as a bearer token; without one there are none to read. */
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/)
    .optional(),
  SIGN_IN_TRIES: z.coerce.number().int().min(1).max(10_000).default(20),
});
export type Config = z.output<typeof Environment>;

export class BadConfiguration extends Error {}

/** Reads the environment once. @throws BadConfiguration with a sentence that names every bad value */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
  const read = Environment.safeParse(Object.fromEntries(set));
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `${name}=${JSON.stringify(environment[name])} 无效 is not usable: ${message}`;
  });
  throw new BadConfiguration(wrong.join('\n'));
}
