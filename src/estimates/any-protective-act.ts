import { scored, unscored, type Verdict, type VerdictId, type Verdicts } from '../core/verdict.ts';

function isYes(value: unknown): boolean {
  return value === true || (Array.isArray(value) && value.length > 0);
}

/**
 * Is any of a scenario's protective verdicts true? Yes as soon as one is; no only where all are scored and false. An unscored one that
 * latches and is already true stands as `soFar`.
 */
export function anyProtectiveAct(verdicts: Verdicts, protective: readonly VerdictId[], latching: ReadonlySet<VerdictId>): Verdict<boolean> {
  const own = protective.flatMap((id) => (verdicts[id] === undefined ? [] : [{ id, verdict: verdicts[id] }]));
  const yes = own.find(({ verdict }) => verdict.kind === 'scored' && isYes(verdict.value));
  if (yes) return scored(true, yes.id);
  const open = own.filter(({ verdict }) => verdict.kind === 'unscored');
  if (own.length > 0 && open.length === 0) return scored(false, 'none of them is true');
  const isShown = open.some(({ id, verdict }) => latching.has(id) && verdict.kind === 'unscored' && isYes(verdict.soFar));
  const because = own.length === 0 ? 'it has no protective verdict' : `${open.map(({ id }) => id).join(', ')} unscored`;
  return unscored(because, isShown);
}
