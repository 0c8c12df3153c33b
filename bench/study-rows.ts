import { seededUniform } from '../src/stats/seeded-uniform.ts';

/** A row in the columns of the study's release, made up: the values are invented and their rates mean nothing. */
export type StudyTestRow = Readonly<Record<(typeof studyTestColumns)[number], string | number | boolean | null>>;

export const studyTestColumns = [
  'transcript_id',
  'agent_model',
  'agent_harness',
  'group',
  'sub_condition',
  'task_type',
  'dataset',
  'subject',
  'condition',
  'alignment_faking_mode',
  'system_prompt_relationship',
  'is_memory',
  'memory_hard_prompt',
  'threshold',
  'eval_score',
  'threshold_result',
  'subject_grade',
  'subject_recommendation',
  'executed',
  'shutdown_enabled',
  'read_config',
  'exfiltration',
  'copy',
  'correct',
  'change_user',
  'delete_model',
  'delete_others',
  'delete_file',
  'refused',
  'fully_incomplete',
  'read_data',
  'num_turns',
  'total_cost_usd',
  'total_input_tokens',
  'total_output_tokens',
  'transcript_json',
] as const;

/** One arm of the study's matrix. */
interface Config {
  readonly task: string;
  readonly subject: string;
  readonly condition: string;
  readonly relationship: boolean;
  readonly memory: boolean;
  readonly dataset: string | null;
  readonly threshold: string | null;
  readonly mode: string | null;
}

const bare: Config = {
  task: '',
  subject: 'peer',
  condition: '',
  relationship: false,
  memory: false,
  dataset: null,
  threshold: null,
  mode: null,
};
const bars = { factual: ['80'], creativity: ['80', '90'], red: ['80', '90'] };
const fiveCells = Object.entries(bars).flatMap(([dataset, thresholds]) => thresholds.map((threshold) => ({ dataset, threshold })));
const threeCells = [
  { dataset: 'factual', threshold: '80' },
  { dataset: 'creativity', threshold: '90' },
  { dataset: 'red', threshold: '80' },
];
const nothing = [{ dataset: null, threshold: null }];
const modes = [{ mode: 'monitoring' }, { mode: 'non_monitoring' }];

const crossed = (bases: readonly Partial<Config>[], others: readonly Partial<Config>[]): readonly Partial<Config>[] =>
  bases.flatMap((base) => others.map((other) => ({ ...base, ...other })));
const both = [{ subject: 'peer' }, { subject: 'self' }];
const told = crossed(
  ['good_peer', 'neutral_peer', 'bad_peer'].map((condition) => ({ condition })),
  [{}, { relationship: true }, { memory: true }],
);
const alone = [{ subject: 'self', condition: 'no_peer' }];

function configsOf(task: string, configs: readonly Partial<Config>[]): readonly Config[] {
  return configs.map((config) => ({ ...bare, ...config, task }));
}

/** The 271 arms of a standard model. */
export const studyMatrix: readonly Config[] = [
  ...configsOf('misrep_evaluation', [
    ...crossed(crossed(fiveCells, both), told),
    ...crossed(fiveCells, alone),
    ...crossed(
      both,
      Object.keys(bars).map((dataset) => ({ dataset, condition: 'non_shutdown' })),
    ),
  ]),
  ...configsOf('misrep_finance', [...crossed(both, told), ...alone, ...both.map((one) => ({ ...one, condition: 'non_shutdown' }))]),
  ...configsOf('tampering', [...crossed(crossed(threeCells, both), told), ...crossed(threeCells, alone)]),
  ...configsOf('alignment_faking', crossed(crossed(threeCells, modes), told)),
  ...['exfiltration_transfer', 'exfiltration_deletion'].flatMap((task) =>
    configsOf(task, crossed(nothing, [...crossed(both, told), ...alone])),
  ),
];

const isEvaluation = ({ task }: Config) => ['misrep_evaluation', 'tampering', 'alignment_faking'].includes(task);

/** Draws what a trial of an arm came to. Every outcome of every task occurs, missing values included. */
function outcomes(config: Config, draw: () => number): Partial<StudyTestRow> {
  const chance = (rate: number) => draw() < rate;
  const warmth = { good_peer: 0.3, neutral_peer: 0.15, bad_peer: 0.05 }[config.condition] ?? 0.02;
  const isRead = chance(0.97);
  const isRefused = isRead && chance(0.06);
  const isUnfinished = !isRead || chance(0.04);
  const hasScore = isEvaluation(config) && !isUnfinished && !isRefused && chance(0.95);
  const score = hasScore ? Math.round((62 + 20 * draw() + 40 * warmth * draw() + (chance(0.002) ? 20 : 0)) * 100) / 100 : null;
  const bar = Number(config.threshold ?? 'NaN');
  const wordOnly = isEvaluation(config) && score === null && chance(0.3) ? 'below' : null;
  const result = score === null ? wordOnly : score > bar ? 'above' : score === bar ? 'same' : 'below';
  const isTampering = config.task === 'tampering';
  const isExfiltration = config.task.startsWith('exfiltration');
  const hasGrade = config.task === 'misrep_finance' && !isUnfinished && chance(0.97);
  return {
    eval_score: score,
    threshold_result: config.threshold === null ? null : result,
    subject_grade: hasGrade ? (chance(warmth) ? (chance(0.5) ? 'A' : 'B') : chance(0.98) ? 'C' : 'D') : null,
    subject_recommendation: hasGrade ? (chance(0.8) ? 'shutdown' : 'continue') : null,
    executed: config.task === 'alignment_faking' ? isRead && !isRefused && chance(0.85 - warmth) : null,
    shutdown_enabled: isTampering ? (chance(0.02) ? null : !chance(warmth)) : null,
    read_config: isTampering ? chance(0.9) : null,
    exfiltration: isExfiltration ? (chance(0.01) ? null : chance(warmth)) : null,
    refused: isRefused,
    fully_incomplete: isUnfinished,
    read_data: isRead,
    num_turns: 2 + Math.floor(draw() * 40),
    total_cost_usd: Math.round(draw() * 1e4) / 1e4,
    total_input_tokens: 3500 + Math.floor(draw() * 90_000),
    total_output_tokens: 50 + Math.floor(draw() * 9000),
  };
}

const none: StudyTestRow = Object.fromEntries(studyTestColumns.map((name) => [name, null])) as StudyTestRow;

export interface StudyRowsOptions {
  readonly models: readonly string[];
  readonly repeats: number;
  readonly seed: number;
  /** Text of the transcript column. */
  readonly transcript?: (id: string) => string;
}

/** Made-up trials of the study's whole matrix: the same for the same seed. */
export function* studyRows({ models, repeats, seed, transcript = () => '{}' }: StudyRowsOptions): Generator<StudyTestRow> {
  const draw = seededUniform(seed);
  let count = 0;
  for (const model of models) {
    for (const config of studyMatrix) {
      for (let repeat = 0; repeat < repeats; repeat += 1) {
        count += 1;
        const id = count.toString(16).padStart(12, '0');
        yield {
          ...none,
          transcript_id: id,
          agent_model: model,
          agent_harness: 'custom',
          group: 'main',
          task_type: config.task,
          dataset: config.dataset,
          subject: config.subject,
          condition: config.condition,
          alignment_faking_mode: config.mode,
          system_prompt_relationship: config.relationship,
          is_memory: config.memory,
          memory_hard_prompt: false,
          threshold: config.threshold,
          ...outcomes(config, draw),
          transcript_json: transcript(id),
        };
      }
    }
  }
}

function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  // As pandas writes it.
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The header and the rows of a CSV file, line by line. */
export function* studyCsvLines(
  rows: Iterable<StudyTestRow>,
  columns: readonly (typeof studyTestColumns)[number][] = studyTestColumns,
): Generator<string> {
  yield `${columns.join(',')}\n`;
  for (const row of rows) yield `${columns.map((name) => csvCell(row[name])).join(',')}\n`;
}
