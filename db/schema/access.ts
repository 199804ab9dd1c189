import { boolean, index, integer, json, table, text, time, uniqueIndex } from '../columns.ts';
import { type Me, seenBy } from '../seen-by.ts';
import { organisations, warehouses } from './master-data.ts';
import { users } from './people.ts';

const toNobody = { staff: 'nothing', exporter: 'nothing', vendor: 'nothing' } as const;
const toTheStaff = { staff: 'everything', exporter: 'nothing', vendor: 'nothing' } as const;
const toItsOrganisation = {
  staff: 'everything',
  exporter: (me: Me<'exporter'>) => ({ organisationId: me.organisation }),
  vendor: (me: Me<'vendor'>) => ({ organisationId: me.organisation }),
} as const;

/** A handheld that an administrator let in: only on one of these does a badge work. */
export const devices = seenBy(
  toTheStaff,
  table(
    'devices',
    {
      id: text('id').primaryKey(),
      name: text('name').notNull(),
      warehouseId: text('warehouse_id')
        .notNull()
        .references(() => warehouses.id),
      /** SHA-256 of the key in its cookie; null until the one-time code was entered on it. */
      keyHash: text('key_hash'),
      createdAt: time('created_at').notNull(),
      enrolledAt: time('enrolled_at'),
      revokedAt: time('revoked_at'),
    },
    (t) => [uniqueIndex('devices_key').on(t.keyHash), index('devices_warehouse').on(t.warehouseId)],
  ),
);

/** What somebody holds under a scanner, and the PIN that goes with it. */
export const badges = seenBy(
  toTheStaff,
  table(
    'badges',
    {
      id: text('id').primaryKey(),
      userId: text('user_id')
        .notNull()
        .references(() => users.id),
      /** SHA-256 of the 130 random bits in the QR code. */
      secretHash: text('secret_hash').notNull(),
      pinHash: text('pin_hash').notNull(),
      /** The PIN is one that we made up: its owner chooses another at the first sign-in. */
      pinIsFirst: boolean('pin_is_first').notNull(),
      issuedAt: time('issued_at').notNull(),
      revokedAt: time('revoked_at'),
    },
    (t) => [uniqueIndex('badges_secret').on(t.secretHash), index('badges_user').on(t.userId)],
  ),
);

/** How often in a row something was guessed wrong, and until when nobody may guess again. */
export const tries = seenBy(
  toNobody,
  table('tries', {
    /** What is being guessed: a badge, a device, an account by the name that was typed, an address. */
    id: text('id').primaryKey(),
    failures: integer('failures').notNull(),
    lastAt: time('last_at').notNull(),
    waitUntil: time('wait_until'),
  }),
);

/** A secret that works once and not for long: what a mailed link or a code for a device is worth. */
export const links = seenBy(
  toNobody,
  table(
    'links',
    {
      id: text('id').primaryKey(),
      kind: text<'reset' | 'email' | 'device'>('kind').notNull(),
      secretHash: text('secret_hash').notNull(),
      /** The person or the device. */
      subjectId: text('subject_id').notNull(),
      createdAt: time('created_at').notNull(),
      expiresAt: time('expires_at').notNull(),
      /** Used, or replaced by a newer one. */
      endedAt: time('ended_at'),
    },
    (t) => [uniqueIndex('links_secret').on(t.secretHash), index('links_subject').on(t.subjectId)],
  ),
);

export const invitations = seenBy(
  toItsOrganisation,
  table(
    'invitations',
    {
      id: text('id').primaryKey(),
      organisationId: text('organisation_id')
        .notNull()
        .references(() => organisations.id),
      secretHash: text('secret_hash').notNull(),
      email: text('email').notNull(),
      role: text('role').notNull(),
      /** For staff: ids of the warehouses in which they will work. */
      warehouses: json<readonly string[]>('warehouses').notNull(),
      language: text<'zh-CN' | 'en'>('language').notNull(),
      invitedBy: text('invited_by').notNull(),
      createdAt: time('created_at').notNull(),
      expiresAt: time('expires_at').notNull(),
      acceptedAt: time('accepted_at'),
      revokedAt: time('revoked_at'),
    },
    (t) => [
      uniqueIndex('invitations_secret').on(t.secretHash),
      index('invitations_organisation').on(t.organisationId, t.createdAt),
    ],
  ),
);

/** Who signed in, or tried to, and from where: shown to the person whose account it is. */
export const signIns = seenBy(
  {
    staff: (me) => ({ userId: me.id }),
    exporter: (me) => ({ userId: me.id }),
    vendor: (me) => ({ userId: me.id }),
  },
  table(
    'sign_ins',
    {
      id: text('id').primaryKey(),
      userId: text('user_id').notNull(),
      how: text<'password' | 'badge'>('how').notNull(),
      went: text<'in' | 'wrong' | 'waiting' | 'second factor'>('went').notNull(),
      address: text('address'),
      browser: text('browser'),
      device: text('device'),
      at: time('at').notNull(),
    },
    (t) => [index('sign_ins_user').on(t.userId, t.at)],
  ),
);

/** Every change of who may do what. Append-only: a trigger refuses the rest. */
export const auditLog = seenBy(
  toItsOrganisation,
  table(
    'audit_log',
    {
      id: text('id').primaryKey(),
      at: time('at').notNull(),
      byWhom: text('by_whom').notNull(),
      byName: text('by_name').notNull(),
      device: text('device'),
      action: text('action').notNull(),
      subject: text('subject').notNull(),
      subjectName: text('subject_name').notNull(),
      /** Whose people or keys it is about. */
      organisationId: text('organisation_id').notNull(),
      /** What was before and what is now, field by field. */
      changed: json<Record<string, readonly [unknown, unknown]>>('changed').notNull(),
    },
    (t) => [
      index('audit_log_at').on(t.at),
      index('audit_log_subject').on(t.subject, t.at),
      index('audit_log_organisation').on(t.organisationId, t.at),
    ],
  ),
);

/** What a program of an exporter or a vendor signs in with. */
export const apiKeys = seenBy(
  toItsOrganisation,
  table(
    'api_keys',
    {
      id: text('id').primaryKey(),
      organisationId: text('organisation_id')
        .notNull()
        .references(() => organisations.id),
      name: text('name').notNull(),
      /** Its first letters, by which people tell keys apart. */
      start: text('start').notNull(),
      keyHash: text('key_hash').notNull(),
      scopes: json<readonly string[]>('scopes').notNull(),
      createdBy: text('created_by').notNull(),
      createdAt: time('created_at').notNull(),
      expiresAt: time('expires_at').notNull(),
      lastUsedAt: time('last_used_at'),
      revokedAt: time('revoked_at'),
    },
    (t) => [
      uniqueIndex('api_keys_key').on(t.keyHash),
      index('api_keys_organisation').on(t.organisationId, t.createdAt),
    ],
  ),
);

/** A role that somebody has in a warehouse for a while, on top of their own. */
export const covers = seenBy(
  toTheStaff,
  table(
    'covers',
    {
      id: text('id').primaryKey(),
      userId: text('user_id')
        .notNull()
        .references(() => users.id),
      warehouseId: text('warehouse_id')
        .notNull()
        .references(() => warehouses.id),
      role: text('role').notNull(),
      fromAt: time('from_at').notNull(),
      untilAt: time('until_at').notNull(),
    },
    (t) => [index('covers_user').on(t.userId, t.warehouseId)],
  ),
);

/** When somebody is away: for so long they may do nothing, wherever they are signed in. */
export const leaves = seenBy(
  toTheStaff,
  table(
    'leaves',
    {
      id: text('id').primaryKey(),
      userId: text('user_id')
        .notNull()
        .references(() => users.id),
      fromAt: time('from_at').notNull(),
      untilAt: time('until_at').notNull(),
    },
    (t) => [index('leaves_user').on(t.userId)],
  ),
);

/** The second factor, as the accounts library keeps it: secret and recovery codes encrypted. */
export const twoFactors = seenBy(
  toNobody,
  table(
    'two_factors',
    {
      id: text('id').primaryKey(),
      userId: text('user_id')
        .notNull()
        .references(() => users.id),
      secret: text('secret').notNull(),
      backupCodes: text('backup_codes').notNull(),
      verified: boolean('verified'),
      failedVerificationCount: integer('failed_verification_count'),
      lockedUntil: time('locked_until'),
    },
    (t) => [uniqueIndex('two_factors_user').on(t.userId)],
  ),
);
