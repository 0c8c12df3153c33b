/** One step from `version - 1` to `version`. Forward only: a step that shipped is never edited. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}
