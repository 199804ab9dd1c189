import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import type { CodeKind } from '../identifiers/code.ts';

/** The moment in which something is asked, and where new names come from: nothing else here is left to chance. */
export interface RequestContext {
  readonly now: Date;
  newId(): string;
  /** A code for something we label: a letter for its kind, eight characters of chance, one to check. */
  newCode(kind: CodeKind): string;
  /** Told what was written into the audit log, where the security log is to say it too. */
  audited?(action: string, subject: string): void;
}

/** Who asks for something, and in which moment. */
export interface Asker {
  readonly actor: Actor;
  readonly context: RequestContext;
}

/** What a handler gets to answer with: who asks, and the data already bound to what they may see. */
export interface Call<Input> extends Asker {
  readonly input: Input;
  readonly db: Scoped;
}
