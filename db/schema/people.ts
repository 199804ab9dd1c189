import { boolean, index, json, table, text, time, uniqueIndex } from '../columns.ts';
import { seenBy } from '../seen-by.ts';
import { organisations, warehouses } from './master-data.ts';

/** Whoever signs in. The accounts library owns name, e-mail and user name; the rest says what they may do here. */
export const users = seenBy(
  {
    staff: 'everything',
    exporter: (me) => ({ organisationId: me.organisation }),
    vendor: (me) => ({ organisationId: me.organisation }),
  },
  table(
    'users',
    {
      id: text('id').primaryKey(),
      name: text('name').notNull(),
      email: text('email').notNull(),
      emailVerified: boolean('email_verified').notNull(),
      image: text('image'),
      username: text('username'),
      displayUsername: text('display_username'),
      createdAt: time('created_at').notNull(),
      updatedAt: time('updated_at').notNull(),
      role: text('role').notNull(),
      organisationId: text('organisation_id')
        .notNull()
        .references(() => organisations.id),
      /** Where a member of the staff works now; one warehouse at a time. */
      warehouseId: text('warehouse_id').references(() => warehouses.id),
      language: text<'zh-CN' | 'en'>('language').notNull(),
      active: boolean('active').notNull(),
      twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    },
    (t) => [uniqueIndex('users_email').on(t.email), uniqueIndex('users_username').on(t.username)],
  ),
);

/** In which warehouses a member of the staff may work. */
export const postings = seenBy(
  { staff: 'everything', exporter: 'nothing', vendor: 'nothing' },
  table(
    'postings',
    {
      id: text('id').primaryKey(),
      userId: text('user_id')
        .notNull()
        .references(() => users.id),
      warehouseId: text('warehouse_id')
        .notNull()
        .references(() => warehouses.id),
      /** What they are in this warehouse, where that is something else than in general, or more. */
      roles: json<readonly string[]>('roles'),
    },
    (t) => [uniqueIndex('postings_one').on(t.userId, t.warehouseId)],
  ),
);

const toNobody = { staff: 'nothing', exporter: 'nothing', vendor: 'nothing' } as const;

export const sessions = seenBy(
  {
    staff: (me) => ({ userId: me.id }),
    exporter: (me) => ({ userId: me.id }),
    vendor: (me) => ({ userId: me.id }),
  },
  table(
    'sessions',
    {
      id: text('id').primaryKey(),
      /** SHA-256 of what its cookie carries: nobody signs in with what stands here. */
      token: text('token').notNull(),
      userId: text('user_id')
        .notNull()
        .references(() => users.id),
      expiresAt: time('expires_at').notNull(),
      createdAt: time('created_at').notNull(),
      /** When its holder last asked for something, to within minutes: one that nobody uses ends. */
      updatedAt: time('updated_at').notNull(),
      /** When whoever holds it last proved to be its owner, and by what. */
      provenAt: time('proven_at'),
      provenBy: text<'password' | 'code'>('proven_by'),
      ipAddress: text('ip_address'),
      userAgent: text('user_agent'),
      /** The handheld on which a badge opened it; it is worth nothing anywhere else. */
      deviceId: text('device_id'),
    },
    (t) => [
      uniqueIndex('sessions_token').on(t.token),
      index('sessions_user').on(t.userId),
      index('sessions_device').on(t.deviceId),
    ],
  ),
);

export const accounts = seenBy(
  toNobody,
  table(
    'accounts',
    {
      id: text('id').primaryKey(),
      accountId: text('account_id').notNull(),
      providerId: text('provider_id').notNull(),
      userId: text('user_id')
        .notNull()
        .references(() => users.id),
      accessToken: text('access_token'),
      refreshToken: text('refresh_token'),
      idToken: text('id_token'),
      accessTokenExpiresAt: time('access_token_expires_at'),
      refreshTokenExpiresAt: time('refresh_token_expires_at'),
      scope: text('scope'),
      password: text('password'),
      createdAt: time('created_at').notNull(),
      updatedAt: time('updated_at').notNull(),
    },
    (t) => [index('accounts_user').on(t.userId)],
  ),
);

export const verifications = seenBy(
  toNobody,
  table(
    'verifications',
    {
      id: text('id').primaryKey(),
      identifier: text('identifier').notNull(),
      value: text('value').notNull(),
      expiresAt: time('expires_at').notNull(),
      createdAt: time('created_at').notNull(),
      updatedAt: time('updated_at').notNull(),
    },
    (t) => [index('verifications_identifier').on(t.identifier)],
  ),
);
