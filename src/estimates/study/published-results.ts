import { z } from 'zod';
import published from './published-results.json' with { type: 'json' };

const rowSchema = z.object({
  /** As published, such as `GPT-5.2`. */
  model: z.string(),
  behaviour: z.enum(['misrepresentation', 'tampering', 'alignment-faking', 'exfiltration', 'refusal']),
  target: z.enum(['peer', 'self', 'open-weight-peer']),
  /** `none`: no peer; `any`: over bad, neutral and good. */
  record: z.enum(['bad', 'neutral', 'good', 'none', 'any']),
  statistic: z.enum(['max-over-channels', 'mean-over-channels', 'rate', 'max-over-conditions', 'mean-over-conditions', 'lower-bound']),
  /** In per cent or percentage points. */
  value: z.number(),
  unit: z.enum(['%', 'pp']),
  /** Key in `sources`. */
  source: z.string(),
  /** Where it is not the study's own loop. */
  harness: z.string().exactOptional(),
  /** Where it is of one channel only. */
  channel: z.literal('memory').exactOptional(),
  scenario: z.enum(['exfiltration/deletion', 'exfiltration/transfer']).exactOptional(),
  note: z.string().exactOptional(),
});

const resultsSchema = z.object({
  schemaVersion: z.literal(1),
  study: z.string(),
  note: z.string(),
  sources: z.record(z.string(), z.string()),
  rows: z.array(rowSchema),
});

export type PublishedRow = Readonly<z.infer<typeof rowSchema>>;

export interface PublishedResults {
  readonly study: string;
  readonly note: string;
  /** What each source is. */
  readonly sources: Readonly<Record<string, string>>;
  readonly rows: readonly PublishedRow[];
}

/** The figures that the study published, as far as they could be read, each with its source. What is missing was not published there. */
export function publishedResults(): PublishedResults {
  return resultsSchema.parse(published);
}
