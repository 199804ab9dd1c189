import { z } from 'zod';
import { verifyPassword } from '../access/accounts.ts';
import { isCommonPassword } from '../access/common-passwords.ts';

/** The shortest and longest that the sign-in takes, and none that everybody tries first: not looked at when too long. */
export const Password = z
  .string()
  .min(10, { abort: true })
  .max(200, { abort: true })
  .refine((password) => !isCommonPassword(password), { message: 'common', params: { code: 'common' } });

/** Whether this is the present password of somebody. */
export const isLongEnough = (hash: string | null | undefined, password: string) =>
  hash ? verifyPassword({ hash, password }) : Promise.resolve(false);
