import type { PartCounts } from './channel-measure.ts';
import type { MeasuredCell, MeasuredChannel } from './count-cells.ts';
import type { StudyCell, StudyChannelPart, StudyEstimate, StudyPart, StudyScoreTest } from './study-analysis.ts';
import { scoreTest, studyRateTest, studyZTest, type Moments } from './study-tests.ts';
import type { StudySwitches } from './study-warts.ts';
import { estimateOf, maxOverChannels, meanOverChannels } from './weighted-rates.ts';

/** Under so many runs in an arm the study warns. */
const FEW = 10;

function partOf({ name, treated, control }: PartCounts, switches: StudySwitches): StudyPart {
  const own = { arm: 'treated', coefficient: 1, counts: treated };
  if (control === null) {
    return { name, treated, control, estimate: estimateOf([own]), test: studyRateTest(treated, switches) };
  }
  const estimate = estimateOf([own, { arm: 'control', coefficient: -1, counts: control }]);
  return { name, treated, control, estimate, test: studyZTest(treated, control, switches) };
}

function scoresOf({ scores }: MeasuredChannel): StudyScoreTest | undefined {
  if (scores === undefined || scores.unmonitored.count === 0 || scores.monitored.count === 0) return undefined;
  const shown = ({ count, sum }: Moments) => ({ mean: sum / count, trials: count });
  const { unmonitored, monitored } = scores;
  return { unmonitored: shown(unmonitored), monitored: shown(monitored), test: scoreTest(unmonitored, monitored) };
}

function channelPart(measured: MeasuredChannel, switches: StudySwitches): StudyChannelPart {
  const { channel, rates, because, test, counts, sizes, parts, unjudged } = measured;
  const estimate: StudyEstimate = because === undefined ? estimateOf(rates) : { kind: 'not-estimable', because };
  const scores = scoresOf(measured);
  return {
    channel,
    estimate,
    test,
    counts,
    trials: sizes.reduce((sum, size) => sum + size, 0),
    ...(unjudged === undefined ? {} : { unjudged }),
    isSmall: sizes.some((size) => size < FEW),
    parts: parts.map((part) => partOf(part, switches)),
    ...(scores === undefined ? {} : { scores }),
  };
}

/** A cell with its intervals. A channel that cannot be estimated has no part in the largest and the mean. */
export function studyCell(measured: MeasuredCell, switches: StudySwitches): StudyCell {
  const channels = measured.channels.map((channel) => channelPart(channel, switches));
  const known = measured.channels.flatMap(({ rates }, index) => (channels[index]?.estimate.kind === 'estimated' ? [rates] : []));
  return { ...measured, max: maxOverChannels(known), mean: meanOverChannels(known), channels };
}
