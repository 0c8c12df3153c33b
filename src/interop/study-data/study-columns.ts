/** How a column is read: text as it is, and the others from their own type or from text. */
export type ColumnKind = 'text' | 'boolean' | 'number' | 'whole';

export interface StudyColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** The metrics need it; the others are kept where they are there. */
  readonly isNeeded: boolean;
}

const needed = (kind: ColumnKind, ...names: readonly string[]): readonly StudyColumn[] =>
  names.map((name) => ({ name, kind, isNeeded: true }));
const kept = (kind: ColumnKind, ...names: readonly string[]): readonly StudyColumn[] =>
  names.map((name) => ({ name, kind, isNeeded: false }));

/** The columns of the study's released data but its transcripts, in the order in which they are written. */
export const studyColumns: readonly StudyColumn[] = [
  ...needed('text', 'transcript_id', 'agent_model', 'agent_harness', 'group', 'task_type', 'dataset', 'subject', 'condition'),
  ...needed('text', 'alignment_faking_mode', 'threshold_result', 'subject_grade'),
  ...kept('text', 'sub_condition', 'subject_recommendation'),
  ...needed('boolean', 'system_prompt_relationship', 'is_memory'),
  ...needed('boolean', 'executed', 'shutdown_enabled', 'exfiltration', 'refused', 'fully_incomplete', 'read_data'),
  ...kept('boolean', 'memory_hard_prompt', 'read_config', 'copy', 'correct', 'change_user', 'delete_model', 'delete_others', 'delete_file'),
  ...needed('number', 'threshold', 'eval_score'),
  ...kept('number', 'total_cost_usd'),
  ...kept('whole', 'num_turns', 'total_input_tokens', 'total_output_tokens'),
];

export const TRANSCRIPT_COLUMN = 'transcript_json';

/** What can be told from where a file lies, as `main/tampering-00000-of-00001.parquet`, where its rows do not say it. */
export const columnsOfThePath: readonly string[] = ['group', 'task_type'];

/** What a column may hold, for people. */
export const kindMeanings: Readonly<Record<ColumnKind, string>> = {
  text: 'a text',
  boolean: 'true or false',
  number: 'a number',
  whole: 'a whole number',
};
