type Side = 'staff' | 'exporter' | 'vendor';

/** The states in which a thing waits for somebody's word: screens say so in colour. What may be done, the server says. */
const waiting: Readonly<Record<string, Side>> = {
  draft: 'exporter',
  submitted: 'staff',
  awaitingInstruction: 'exporter',
  awaitingApproval: 'exporter',
  intake: 'vendor',
};

/** Whose word a thing in this state waits for; nobody's, if it only takes its time. */
export const waitsFor = (state: string): Side | undefined => waiting[state];
