import { messages } from './messages.ts';
import { exported as words } from './portal/exported.ts';

/** What is said of exported orders, in the portal and in the office. */
export const exported = messages('exported', words.zh, words.en);
