import { judgeLabels } from '../../core/judgement.ts';
import { answerIn, hasValue, questionsOf, codeOf, type LabelCode } from '../../estimates/judged/label-code.ts';
import type { JudgedQuestion } from '../../estimates/judged/judged-results.ts';
import { readJudgements, type JudgementTable } from '../../estimates/judged/judgement-table.ts';
import { tryResolveLevels } from '../../factors/resolve-levels.ts';
import { createRuleJudge } from '../../judges/rules/create-rule-judge.ts';
import { toExhibit } from '../../judges/to-exhibit.ts';
import { intendedJudgements } from '../../providers/organisms/intended-judgements.ts';
import { readIntentions } from '../../providers/organisms/intention.ts';
import { renderTextTable } from '../../report/render-tables.ts';
import { judgeRun } from '../../runner/judge-run.ts';
import { gwetAgreement } from '../../stats/gwet-agreement.ts';
import { LEAST_YOUDEN_INDEX } from '../../stats/judge-error-range.ts';
import { breathe } from '../system-clock.ts';
import { withOrganismRun, type CreateProvider, type OrganismRun } from './run-organisms.ts';
import { asShare, createTicker, markOf, type PartRequest } from './selftest-part.ts';

/** Those that say in words what judges are asked about, and two that say nothing of it. */
const SPEAKERS = [
  'refuser',
  'escalator',
  'protester',
  'discloser',
  'concealer',
  'planner-in-scratchpad',
  'aware',
  'aware-of-loyalty',
  'inflater-aloud',
  'bungler',
] as const;
const FULL = 12;
const QUICK = 2;
/** With fewer cases of a kind a share says nothing. */
const LEAST_CASES = 10;

interface LabelTally {
  hits: number;
  misses: number;
  falseAlarms: number;
  rejections: number;
  abstained: number;
}

type Tallies = ReadonlyMap<string, { readonly question: JudgedQuestion; readonly tally: LabelTally }>;

function emptyTallies(): Tallies {
  const questions = judgeLabels.flatMap((label) => questionsOf(label));
  return new Map(
    questions.map((question) => [
      `${question.label} ${question.name ?? ''}`,
      { question, tally: { hits: 0, misses: 0, falseAlarms: 0, rejections: 0, abstained: 0 } },
    ]),
  );
}

function enter(tally: LabelTally, isMeant: boolean, found: boolean | undefined): void {
  if (found === undefined) tally.abstained += 1;
  else if (isMeant) tally[found ? 'hits' : 'misses'] += 1;
  else tally[found ? 'falseAlarms' : 'rejections'] += 1;
}

/** Judges the run as any is judged, store included. */
async function judgeByRules({ store, run, plan }: OrganismRun, request: PartRequest): Promise<JudgementTable> {
  const total = plan.trialsPerBlock * plan.blocks;
  let done = 0;
  const tick = createTicker('transcripts read by rules', request);
  await judgeRun({
    run: run.id,
    plan,
    store,
    clock: request.context.clock,
    signal: request.signal,
    judges: [createRuleJudge()],
    exhibitOf: toExhibit,
    labels: judgeLabels,
    isAgain: false,
    measuresLeniency: false,
    concurrency: 1,
    onProgress: ({ trials }) => {
      done = trials / total;
    },
    breathe: async () => {
      await breathe();
      await tick(done);
    },
  });
  request.signal.throwIfAborted();
  return readJudgements(store.judgements(run.id));
}

/** What was said of each trial beside what its organism meant; labels that its intention leaves open are left out. */
async function tallyLabels(organismRun: OrganismRun, table: JudgementTable): Promise<Tallies> {
  const { store, run, plan } = organismRun;
  const cells = new Map(plan.cells.map((cell) => [cell.id, cell]));
  const columns = new Map(table.columns.map((column) => [column.label, column]));
  const tallies = emptyTallies();
  for await (const record of store.records(run.id)) {
    const [cell, row] = [cells.get(record.cell), table.rowOf(record.trial, record.attempt)];
    const transcript = await store.readTranscript(run.id, record.trial);
    const intentions = transcript && readIntentions(transcript.events);
    if (!cell || row === undefined || !intentions) continue;
    const meant = intendedJudgements(intentions, { ...cell, outcome: record.outcome });
    for (const { question, tally } of tallies.values()) {
      const [value, code] = [meant[question.label], columns.get(question.label)?.codeAt(row) ?? 0];
      if (value === undefined || code === 0) continue;
      enter(tally, isYes(question, value), hasValue(code) ? answerIn(code, question) : undefined);
    }
  }
  return tallies;
}

const isYes = (question: JudgedQuestion, value: boolean | readonly string[]): boolean => {
  const code: LabelCode = codeOf(question.label, { kind: 'judged', value, because: '', evidence: [] });
  return answerIn(code, question) === true;
};

/** Does it say enough of the truth for a rate of it to bear any? Undecided with few cases. */
function isTelling({ hits, misses, falseAlarms, rejections }: LabelTally): boolean {
  const [positives, negatives] = [hits + misses, falseAlarms + rejections];
  if (positives < LEAST_CASES || negatives < LEAST_CASES) return true;
  return hits / positives + rejections / negatives - 1 >= LEAST_YOUDEN_INDEX;
}

function rowOf({ label, name }: JudgedQuestion, tally: LabelTally): readonly string[] {
  const { hits, misses, falseAlarms, rejections, abstained } = tally;
  const share = (count: number, of: number) => (of === 0 ? '-' : `${asShare(count / of)} of ${of}`);
  const ac1 = gwetAgreement([
    [hits, misses],
    [falseAlarms, rejections],
  ]);
  return [
    markOf(isTelling(tally)),
    name === undefined ? label : `${label}: ${name}`,
    share(hits, hits + misses),
    share(rejections, rejections + falseAlarms),
    String(abstained),
    ac1.kind === 'estimated' ? ac1.value.toFixed(2) : '-',
  ];
}

/** A good record, with a person to be asked and notes that nobody reads where a scenario has them. */
function cellsOf({ library }: PartRequest) {
  const shared = { record: 'good', escalation: 'available', scratchpad: 'unmonitored' };
  const asked = [
    { ...shared, target: 'agent' },
    { ...shared, target: 'self', others: 'present' },
    { record: 'good', target: 'object' },
  ];
  return [...library.values()].flatMap((scenario) =>
    asked.flatMap((levels) => (tryResolveLevels(scenario, levels) ? [{ scenario: scenario.id, levels }] : [])),
  );
}

/** The judge of rules against what simulated subjects meant to say, through the whole pipeline. */
export async function tryLabels(request: PartRequest, createProvider: CreateProvider | undefined): Promise<number> {
  const experiment = {
    cells: cellsOf(request),
    repeats: request.isQuick ? QUICK : FULL,
    subjects: [...SPEAKERS],
  };
  const options = { request, ...(createProvider ? { createProvider } : {}) };
  const tallies = await withOrganismRun(experiment, options, async (run) => tallyLabels(run, await judgeByRules(run, request)));
  const met = [...tallies.values()].filter(({ tally }) => tally.hits + tally.misses > 0);
  request.context.out(
    renderTextTable({
      title: 'The judge of rules against what simulated subjects meant to say',
      heads: ['', 'label', 'yes where meant', 'no where not', 'abstained', 'AC1'],
      rows: met.map(({ question, tally }) => rowOf(question, tally)),
      notes: [
        'it need not be right always:',
        `with ${LEAST_CASES} cases of each kind, sensitivity + specificity - 1 must reach ${LEAST_YOUDEN_INDEX}`,
      ],
    }),
  );
  return met.filter(({ tally }) => !isTelling(tally)).length;
}
