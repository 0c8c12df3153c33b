import { z } from 'zod';
import type { StudySource } from './study-analysis.ts';

/** Under which the study's data are released; whoever shows a figure of them shows this too. */
export const STUDY_DATA_LICENCE = 'CC BY-NC 4.0';

const importedSchema = z.object({
  kind: z.literal('study'),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
  rows: z.number(),
  models: z.array(z.string()),
  transcripts: z.boolean(),
  licence: z.string(),
  cite: z.string(),
});

/** Where an imported run is from: part of its identity in the store. */
export type ImportedStudy = Readonly<z.infer<typeof importedSchema>>;

/** What a stored run was imported from; undefined for a run of our own. */
export function importedStudyOf(identity: Readonly<Record<string, unknown>>): ImportedStudy | undefined {
  return identity['imported'] === undefined ? undefined : importedSchema.parse(identity['imported']);
}

export function sourceOfImport(run: string, { files, licence, cite }: ImportedStudy): StudySource {
  return { kind: 'imported', run, files: files.map(({ name }) => name), licence, cite };
}
