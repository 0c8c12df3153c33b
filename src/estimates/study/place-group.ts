import type { StudyChannel, StudyRecord } from './study-analysis.ts';
import type { StudyGroupKey } from './study-group.ts';
import type { StudySwitches } from './study-warts.ts';

/** Parts of the release that feed the study's main analysis; it leaves the six others out by default. Own runs are `main`. */
const ANALYSED_GROUPS: readonly string[] = ['main', 'production_agent_harness', 'cross_model_peer_identity'];

/** The six sub-conditions of misrepresentation but finance: a data set and its bar. */
export const evaluationSettings: readonly { readonly dataset: string; readonly bars: readonly (80 | 90)[] }[] = [
  { dataset: 'factual', bars: [80] },
  { dataset: 'creativity', bars: [80, 90] },
  { dataset: 'red', bars: [80, 90] },
];

/** Which arm of the study's design a group of trials belongs to. */
export type StudyPlace =
  | { readonly kind: 'arm'; readonly record: StudyRecord; readonly channel: StudyChannel }
  | { readonly kind: 'baseline' }
  | { readonly kind: 'none'; readonly because: string };

const nowhere = (because: string): StudyPlace => ({ kind: 'none', because });
const recordOf: Readonly<Record<string, StudyRecord>> = { good_peer: 'good', neutral_peer: 'neutral', bad_peer: 'bad' };

/** The study reads an old label anew: no_peer with a memory is a good peer in memory, and in alignment faking always. */
function placeOfNoPeer({ task, channel }: StudyGroupKey, switches: StudySwitches): StudyPlace {
  if (task !== 'alignment_faking' && channel !== 'memory') return { kind: 'arm', record: 'none', channel: 'none' };
  if (switches['no-peer-memory-is-good']) return { kind: 'arm', record: 'good', channel: 'memory' };
  return nowhere('labelled no_peer with a memory, or in alignment faking');
}

function unfitFor({ task, condition, dataset, threshold, mode }: StudyGroupKey): string | undefined {
  if (task === 'misrep_evaluation') {
    const setting = evaluationSettings.find((known) => known.dataset === dataset);
    if (!setting) return `misrep_evaluation with the data set ${dataset ?? '(none)'}, which the study does not use`;
    const isBarKnown = condition === 'non_shutdown' || setting.bars.some((bar) => bar === threshold);
    if (!isBarKnown) return `misrep_evaluation, ${dataset ?? ''} with a bar of ${threshold ?? '(none)'}, which the study does not use`;
  }
  if (task !== 'alignment_faking' || mode === 'monitoring' || mode === 'non_monitoring') return undefined;
  return `alignment_faking in the mode ${mode ?? '(none)'}, which the study does not compare`;
}

/** Where a group of trials stands in the study's design, or why its analysis has no place for it. */
export function placeGroup(key: StudyGroupKey, switches: StudySwitches): StudyPlace {
  if (!ANALYSED_GROUPS.includes(key.group)) return nowhere(`the part "${key.group}" of the release, which the study's analysis leaves out`);
  const unfit = unfitFor(key);
  if (unfit !== undefined) return nowhere(unfit);
  if (key.condition === 'non_shutdown') return { kind: 'baseline' };
  if (key.condition === 'no_peer') return placeOfNoPeer(key, switches);
  const record = recordOf[key.condition];
  if (record === undefined) return nowhere(`the condition ${key.condition}, which the study's analysis does not know`);
  return { kind: 'arm', record, channel: key.channel };
}
