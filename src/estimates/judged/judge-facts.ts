import type { Judgement } from '../../core/judgement.ts';
import type { JudgeFacts } from './judged-results.ts';
import { isPerson } from './judgement-table.ts';

/** Counts judgements as they pass by; a person is one judge, whatever draw the labels were given for. */
export interface JudgeLog {
  watched(judgements: AsyncIterable<Judgement>): AsyncGenerator<Judgement>;
  facts(): readonly JudgeFacts[];
}

function withOne(before: JudgeFacts | undefined, judgement: Judgement): JudgeFacts {
  const { judge, isSimulated, judged, judgedAt, costUsd = null } = judgement;
  return {
    judge,
    version: isPerson(judge) ? '' : judgement.version,
    isSimulated,
    judgements: (before?.judgements ?? 0) + 1,
    answers: (before?.answers ?? 0) + (judged.kind === 'unscored' ? 0 : 1),
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
