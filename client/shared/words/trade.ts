import { messages } from './messages.ts';

/** Words of the trade for which the server sends only a name. */
export const trade = messages('trade', { yes: '是', no: '否' }, { yes: 'Yes', no: 'No' });
