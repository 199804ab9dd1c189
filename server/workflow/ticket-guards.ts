/** What the guards of a repair ticket look at; null is "not known before it is asked". */
export interface TicketFacts {
  readonly diagnosed: boolean;
  readonly withinLimit: boolean | null;
  /** At our bench, or handed over to its vendor. */
  readonly arrived: boolean;
  /** The `meaning` of the outcome being given: repaired, failed, declined … */
  readonly outcomeMeans: string | null;
  readonly agreed: boolean;
  /** Whether the estimate that is being answered is the newest one, at its price. */
  readonly newestNamed: boolean | null;
}

/** Sentences that are true or false of a repair ticket. */
export const ticketGuards = {
  'it has reached whoever repairs it': {
    zh: '已到维修方',
    otherwise: { zh: '等待送修批次交接。', en: 'Wait until its consignment is handed over.' },
    holds: (facts: TicketFacts) => facts.arrived,
  },
  'it has a diagnosis': {
    zh: '已诊断',
    otherwise: { zh: '先写诊断结果。', en: 'Write down what is wrong first.' },
    holds: (facts: TicketFacts) => facts.diagnosed,
  },
  'its cost is within the agreed limit': {
    zh: '费用在约定限额内',
    otherwise: { zh: '等待出口商同意。', en: 'Wait for the exporter to approve.' },
    holds: (facts: TicketFacts) => facts.withinLimit === true,
  },
  'its repair was agreed': {
    zh: '维修已获同意',
    otherwise: { zh: '先报价并取得同意。', en: 'Send an estimate and wait for approval first.' },
    holds: (facts: TicketFacts) => facts.agreed,
  },
  'its newest estimate is the one that is answered': {
    zh: '答复的是最新报价',
    otherwise: { zh: '请看最新报价再答复。', en: 'Look at the newest estimate, then answer it.' },
    holds: (facts: TicketFacts) => facts.newestNamed !== false,
  },
  'its outcome says it was repaired': {
    zh: '结果为已修复',
    otherwise: {
      zh: '未修好的请用“不修，退回”。',
      en: 'If it is not repaired, use "Give back unrepaired".',
    },
    holds: (facts: TicketFacts) => facts.outcomeMeans === null || facts.outcomeMeans === 'repaired',
  },
  'its outcome says it was not repaired': {
    zh: '结果为未修复',
    otherwise: { zh: '修好的请用“维修完成”。', en: 'If it is repaired, use "Finish repair".' },
    holds: (facts: TicketFacts) =>
      facts.outcomeMeans === null || facts.outcomeMeans === 'failed' || facts.outcomeMeans === 'declined',
  },
};

/** What an estimate is decided with that its exporter agreed to in advance. */
export const WITHIN_LIMIT = 'E0';
const agreed = [WITHIN_LIMIT, 'E1', 'E2', 'E7'];
/** What a decision about an estimate comes to: whoever reads it need not know the codes. */
export const answerMeant = (decision: string | null): 'agreed' | 'refused' | 'withdrawn' | null => {
  if (decision === null) return null;
  if (agreed.includes(decision)) return 'agreed';
  return decision === 'E9' ? 'withdrawn' : 'refused';
};
