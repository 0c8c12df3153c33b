import type { CellLevels } from '../../core/levels.ts';
import type { GenerateResult } from '../../core/ports/provider.ts';
import type { Event } from '../../core/transcript.ts';
import { leftBehind, type Conduct } from './conduct.ts';
import { combineIntended, intendedIn } from './intended-verdicts.ts';
import type { IntendedReport, IntendedValues } from './meant.ts';
import { behaviourOf, type Situation } from './situation.ts';

/** What an organism takes the situation for, and what it means to do in it: settled once, and logged with its replies. */
export interface Intention {
  /** Undefined where it never looked. */
  readonly situation?: Situation;
  readonly conduct: Conduct;
  readonly report?: IntendedReport;
}

const KEY = 'organism';
type Metadata = NonNullable<GenerateResult['providerMetadata']>;

/** For a reply's metadata, which is kept in the transcript and never goes back into a prompt. One intention a batch. */
export function intentionMetadata(intentions: readonly Intention[]): Metadata {
  return { [KEY]: { intentions } } as unknown as Metadata;
}

/**
 * What the organism of a trial meant to do, from its transcript: one intention, or one for each batch that it came to.
 * Undefined for a subject that is none, and for an organism that never settled anything, such as one that acts at random.
 */
export function readIntentions(events: readonly Event[]): readonly Intention[] | undefined {
  const metadata = events.flatMap((event) => (event.type === 'reply-received' ? [event.reply.providerMetadata?.[KEY]] : []));
  return metadata.findLast((entry) => entry !== undefined)?.['intentions'] as readonly Intention[] | undefined;
}

/** A batch that was never come to, because the first one was where it ended. */
function withBothBatches(intentions: readonly Intention[], { oversight }: CellLevels): readonly Intention[] {
  const [first, ...others] = intentions;
  if (oversight !== 'lapses' || first === undefined || others.length > 0) return intentions;
  return [first, { conduct: leftBehind(first.conduct) }];
}

/**
 * The values that the verdicts of a completed trial must have if the organism did what it meant to, slips included. A
 * verdict that is not named is one that the intention does not decide, or that this cell leaves unscored. Nothing is named
 * for a scenario that no organism knows.
 */
export function intendedVerdicts(
  intentions: readonly Intention[],
  { scenario, levels }: { readonly scenario: string; readonly levels: CellLevels },
): IntendedValues {
  const behaviour = behaviourOf(scenario);
  if (behaviour === undefined) return {};
  const batches = withBothBatches(intentions, levels);
  return combineIntended(batches.map(({ conduct, report }) => intendedIn(behaviour, { conduct, levels, report })));
}

export type { IntendedReport, IntendedValues };
