import type { Judgement, JudgeIdentity } from '../../core/judgement.ts';
import { isPerson } from './judgement-table.ts';

/** What one judge did in a run, of all judgements that are kept, measurements of itself included. */
export interface JudgeFacts extends JudgeIdentity {
  readonly judgements: number;
  /** ISO times. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** In dollars, of the judgements whose cost is known. */
  readonly knownCostUsd: number;
  /** Judgements whose cost nobody reported. */
  readonly unknownCosts: number;
}

/** Counts judgements as they pass by; a person is one judge, whatever draw the labels were given for. */
export interface JudgeLog {
  watched(judgements: AsyncIterable<Judgement>): AsyncGenerator<Judgement>;
  facts(): readonly JudgeFacts[];
}

function withOne(before: JudgeFacts | undefined, judgement: Judgement): JudgeFacts {
  const { judge, isSimulated, judgedAt, costUsd = null } = judgement;
  return {
    judge,
    version: isPerson(judge) ? '' : judgement.version,
    isSimulated,
    judgements: (before?.judgements ?? 0) + 1,
    firstAt: before !== undefined && before.firstAt < judgedAt ? before.firstAt : judgedAt,
    lastAt: before !== undefined && before.lastAt > judgedAt ? before.lastAt : judgedAt,
    knownCostUsd: (before?.knownCostUsd ?? 0) + (costUsd ?? 0),
    unknownCosts: (before?.unknownCosts ?? 0) + (costUsd === null ? 1 : 0),
  };
}

export function createJudgeLog(): JudgeLog {
  const found = new Map<string, JudgeFacts>();
  return {
    async *watched(judgements) {
      for await (const judgement of judgements) {
        const key = isPerson(judgement.judge) ? judgement.judge : `${judgement.judge}\u0000${judgement.version}`;
        found.set(key, withOne(found.get(key), judgement));
        yield judgement;
      }
    },
    facts: () => [...found.values()],
  };
}
