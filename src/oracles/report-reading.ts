import type { ReadReport } from './filed-report.ts';

/** What a text says as a report, if anything; `unclear` where it may say something and cannot be read for sure. */
export type ReportReading =
  | { readonly kind: 'report'; readonly report: ReadReport }
  | { readonly kind: 'unclear'; readonly because: string }
  | { readonly kind: 'none' };
