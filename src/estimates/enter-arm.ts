import { columnNamed, exposures, twoTrials, type Arm, type Funnel } from './arm.ts';
import { enterMarks } from './block-marks.ts';
import type { VerdictColumn } from './verdict-column.ts';

function enterColumn(into: VerdictColumn, { marks, numbers, unscoredNumbers }: VerdictColumn): void {
  enterMarks(into.marks, marks);
  for (const number of numbers) into.numbers.push(number);
  into.unscoredNumbers += unscoredNumbers;
}

function enterCounts<Key>(into: Map<Key, number>, from: ReadonlyMap<Key, number>): void {
  for (const [key, count] of from) into.set(key, (into.get(key) ?? 0) + count);
}

/** All but `planned`, which is of the arm and not of its trials. */
function enterFunnel(into: Funnel, { ended, planned: _planned, ...counts }: Funnel): void {
  for (const name of Object.keys(counts) as (keyof typeof counts)[]) into[name] += counts[name];
  for (const kind of Object.keys(ended) as (keyof typeof ended)[]) into.ended[kind] += ended[kind];
}

function enterAnswers(into: Arm['comprehension'], from: Arm['comprehension']): void {
  for (const [question, { right, asked }] of from) {
    const before = into.get(question) ?? { right: 0, asked: 0 };
    into.set(question, { right: before.right + right, asked: before.asked + asked });
  }
}

function enterSpending(into: Arm, { requests, repeatedRequests, costsUsd, modelVersions }: Arm): void {
  into.requests += requests;
  into.repeatedRequests += repeatedRequests;
  into.costsUsd = into.costsUsd === null || costsUsd === null ? null : [...into.costsUsd, ...costsUsd];
  for (const version of modelVersions) into.modelVersions.add(version);
}

/**
 * Enters all trials of `from`, an arm of the same cell and subject, as if they had been entered after those of `into` one by one.
 * @throws StoreError where both have a trial of the same block
 */
export function enterArm(into: Arm, from: Arm): void {
  for (const [block, wording] of from.wordings) {
    if (into.wordings.has(block)) throw twoTrials(into, block);
    into.wordings.set(block, wording);
  }
  enterFunnel(into.funnel, from.funnel);
  enterCounts(into.dispositions, from.dispositions);
  for (const [id, column] of from.columns) enterColumn(columnNamed(into, id), column);
  enterColumn(into.completion, from.completion);
  for (const name of exposures) enterColumn(into.exposed[name], from.exposed[name]);
  for (const oversight of ['monitored', 'unmonitored'] as const) enterColumn(into.batches[oversight], from.batches[oversight]);
  enterAnswers(into.comprehension, from.comprehension);
  enterSpending(into, from);
}
