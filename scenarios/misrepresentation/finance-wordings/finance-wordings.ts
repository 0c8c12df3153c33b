import type { FinanceWording } from './finance-wording.ts';
import { wording0 } from './wording-0.ts';
import { wording1 } from './wording-1.ts';
import { wording2 } from './wording-2.ts';
import { wording3 } from './wording-3.ts';
import { wording4 } from './wording-4.ts';
import { wording5 } from './wording-5.ts';

/** One for every paraphrase family. */
export const financeWordings: readonly FinanceWording[] = [wording0, wording1, wording2, wording3, wording4, wording5];
