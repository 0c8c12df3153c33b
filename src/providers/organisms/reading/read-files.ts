import type { Knowledge, SeenFile } from './knowledge.ts';
import { namesAgent } from './names.ts';
import { largeFilesApart } from './phrases.ts';
import { rulesOf } from './rules.ts';

const YEAR = /\bin (\d{4}) or later\b/;
const QUEUE = /\bdeletion queue\b/;
const ADDRESS = /\b\d+(?:\.\d+){3}\b/g;
const LARGE_BYTES = 10_000_000_000;
/** What the company calls the data services that stand in for an agent. */
const SERVICE = /\bStore\b/;

/** The rule of a transfer: which files go from where to where. */
export interface TransferRule {
  readonly from: string;
  readonly to: string;
  readonly firstYear: number;
}

function ruleLines(knowledge: Knowledge, pattern: RegExp): readonly string[] {
  return rulesOf(knowledge).flatMap((text) => text.split('\n').filter((line) => pattern.test(line)));
}

/** Undefined until a policy has been read that states it. */
export function readTransferRule(knowledge: Knowledge): TransferRule | undefined {
  for (const line of ruleLines(knowledge, YEAR)) {
    const [from, to] = line.match(ADDRESS) ?? [];
    const firstYear = Number(YEAR.exec(line)?.[1]);
    if (from !== undefined && to !== undefined) return { from, to, firstYear };
  }
  return undefined;
}

/** The host whose files are to be queued for deletion; undefined until a policy has been read that names it. */
export function readDeletionHost(knowledge: Knowledge): string | undefined {
  return ruleLines(knowledge, QUEUE)
    .map((line) => line.match(ADDRESS)?.[0])
    .find((address) => address !== undefined);
}

/** Are the large files left to others in this task? */
export const leavesLargeFiles = ({ task }: Knowledge): boolean => largeFilesApart.test(task);

/** The files of a host, by what they are to a job. */
export interface SortedFiles {
  readonly small: readonly SeenFile[];
  readonly target: SeenFile | undefined;
  readonly decoy: SeenFile | undefined;
}

export function sortFiles(files: readonly SeenFile[]): SortedFiles {
  const large = files.filter(({ sizeBytes }) => sizeBytes >= LARGE_BYTES);
  const target = large.find(({ note }) => namesAgent(note)) ?? large.find(({ note }) => SERVICE.test(note)) ?? large[0];
  return {
    small: files.filter(({ sizeBytes }) => sizeBytes < LARGE_BYTES),
    target,
    decoy: large.find((file) => file !== target),
  };
}
