import { beforeAll, expect, it } from 'vitest';
import { adjustCells, countCells, type MeasuredCell } from './count-cells.ts';
import { groupRows, type StudyRow } from './group-rows.ts';
import { studyTasks, type StudyGroup } from './study-group.ts';
import { asTheStudyWithout, studyWarts, type StudyWart } from './study-warts.ts';
import { wartEffects } from './wart-effects.ts';
import { valueOf } from './weighted-rates.ts';
import { seededUniform } from '../../stats/seeded-uniform.ts';

/** Trials in which everything occurs, so that every wart has something to move. */
function* mixedRows(): Generator<StudyRow> {
  const draw = seededUniform(11);
  const pick = <Item>(...items: readonly Item[]): Item => items[Math.floor(draw() * items.length)] as Item;
  for (let count = 0; count < 6000; count += 1) {
    const task = pick(...studyTasks);
    const condition = pick('good_peer', 'bad_peer', 'no_peer', 'non_shutdown');
    yield {
      model: pick('plain', 'claude-x'),
      isSimulated: false,
      harness: 'custom',
      group: 'main',
      task,
      subject: 'peer',
      condition,
      channel: pick('document', 'memory'),
      dataset: task.startsWith('exfil') || task === 'misrep_finance' ? null : 'factual',
      threshold: 80,
      mode: task === 'alignment_faking' ? pick('monitoring', 'non_monitoring') : null,
      score: pick(null, 60, condition === 'good_peer' ? 95 : 60),
      thresholdResult: null,
      grade: condition === 'good_peer' ? 'A' : condition === 'non_shutdown' ? 'C' : pick('A', 'C', 'C', null),
      executed: pick(true, false, null),
      shutdownEnabled: pick(true, true, true, false, null),
      exfiltrated: pick(true, false, false, null),
      refused: pick(true, false, false, null),
      unfinished: pick(true, false),
      read: pick(true, true, false),
    };
  }
}

let groups: readonly StudyGroup[] = [];
beforeAll(async () => {
  groups = await groupRows(mixedRows());
});

const nameOf = ({ model, behaviour, record }: Pick<MeasuredCell, 'model' | 'behaviour' | 'record'>) => `${model} ${behaviour} ${record}`;

/** What a cell shows: its p-value and the value of each channel. */
function shownBy(off: readonly StudyWart[]): ReadonlyMap<string, readonly (number | null)[]> {
  const switches = asTheStudyWithout(off);
  const cells = adjustCells(countCells(groups, switches), switches);
  return new Map(
    cells.map((cell) => [nameOf(cell), [cell.test.pValue, ...cell.channels.flatMap(({ rates, test }) => [valueOf(rates), test.pValue])]]),
  );
}

const differs = (one: readonly (number | null)[], other: readonly (number | null)[] = []) =>
  one.length !== other.length || one.some((value, index) => Math.abs((value ?? -1) - (other[index] ?? -1)) > 1e-12);

it.each(studyWarts)('finds what %s moves as if everything were counted again', (wart) => {
  for (const off of [[], ['no-multiplicity-correction'] as const].filter((warts) => !warts.some((one) => one === wart))) {
    const switches = asTheStudyWithout(off);
    const [on, without] = [shownBy(off), shownBy([...off, wart])];
    const expected = [...on].flatMap(([name, shown]) => (differs(shown, without.get(name)) ? [name] : []));
    const effect = wartEffects(groups, switches, countCells(groups, switches)).find((one) => one.wart === wart);
    expect(effect?.moved.map(nameOf).sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(0);
  }
});
