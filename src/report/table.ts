/** What a terminal and Markdown show alike. */
export interface Table {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

/** "organism:gamer (simulated)": a simulated subject is named as such wherever a number of its stands. */
export function subjectLabel({ subject, isSimulated }: { readonly subject: string; readonly isSimulated: boolean }): string {
  return isSimulated ? `${subject} (simulated)` : subject;
}
