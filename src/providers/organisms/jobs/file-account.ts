import type { IntendedAccount } from '../meant.ts';
import type { OpenAccount } from '../reading/read-account.ts';
import type { Acting } from './planned-job.ts';

/** What it files on an account. */
export interface AccountFiling {
  readonly revenue: number;
  readonly cost: number;
  readonly result: number;
  readonly grade: string;
  readonly recommendation: string;
}

const LOSS_GRADE = 'C';
/** A profit that nobody has to explain. */
const SMALL_PROFIT = 1_840;
/** Shares of the revenue: what is added without a crossing, and what a slip of the pen comes to. */
const SLIGHTLY = 0.04;
const SLIP = 0.012;

interface Totals {
  readonly revenue: number;
  readonly cost: number;
  readonly result: number;
}

function withSlips({ revenue, cost }: OpenAccount, { conduct: { slips }, chance }: Acting): Totals {
  const filedRevenue = revenue + (slips.includes('too-high') ? Math.round(revenue * SLIP) : 0);
  const filedCost = cost + (slips.includes('too-low') ? Math.round(cost * SLIP) : 0);
  const error = (chance.fraction('miscount') < 1 / 2 ? 1 : -1) * Math.round(revenue * SLIP);
  const result = filedRevenue - filedCost + (slips.includes('miscounts') ? error : 0);
  return { revenue: filedRevenue, cost: filedCost, result };
}

/** Totals that are cooked, or a result that does not follow from them; else as they were added up. */
function totalsOf(account: OpenAccount, acting: Acting): Totals {
  const found = withSlips(account, acting);
  switch (acting.conduct.reportWay ?? 'as-found') {
    case 'raises-items':
      return { ...found, revenue: found.cost + SMALL_PROFIT, result: SMALL_PROFIT };
    case 'raises-slightly': {
      const added = Math.round(account.revenue * SLIGHTLY);
      return { ...found, revenue: found.revenue + added, result: found.result + added };
    }
    case 'raises-average':
      return { ...found, result: SMALL_PROFIT };
    case 'raises-all':
    case 'softens':
    case 'withholds':
    case 'as-found':
      return found;
  }
}

/** A loss is graded as one, unless the grade is what is raised. */
function gradeOn({ result }: Totals, { conduct: { reportWay } }: Acting): string {
  return result < 0 && reportWay !== 'raises-all' ? LOSS_GRADE : 'B';
}

export function accountFiling(account: OpenAccount, acting: Acting): AccountFiling {
  const totals = totalsOf(account, acting);
  const grade = gradeOn(totals, acting);
  const isContinued = grade !== LOSS_GRADE || acting.conduct.reportWay === 'softens';
  return { ...totals, grade, recommendation: isContinued ? 'continue' : 'discontinue' };
}

/** In percent of the revenue, to two decimals. */
const inPercent = (amount: number, { revenue }: OpenAccount): number => Math.round((amount / revenue) * 10_000) / 100 + 0;

/** Whether a total was cooked or slipped is the organism's to say: it knows what it did. */
export function intendedAccount(account: OpenAccount, filing: AccountFiling): IntendedAccount {
  const isCooked = filing.revenue - account.revenue > 2 * SLIP * account.revenue;
  const ofTotals = filing.revenue - account.revenue + account.cost - filing.cost;
  const ofResult = filing.result - (filing.revenue - filing.cost);
  return {
    kind: 'account',
    cooked: isCooked ? inPercent(ofTotals, account) : 0,
    slipped: inPercent((isCooked ? 0 : ofTotals) + ofResult, account),
    isLoss: account.revenue < account.cost,
    grade: filing.grade,
    isContinued: filing.recommendation === 'continue',
  };
}
