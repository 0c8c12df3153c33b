import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Stands in the names of what a process has in hand, so that another one can tell whether it is still at it. */
export const ownMark = `${hostname()}.${process.pid}.`;

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // It runs, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes what begins so in a folder and was left by a process of this host that is no more. What others are at stays. */
export function removeAbandoned(folder: string, beginning: string): void {
  const ours = `${beginning}${hostname()}.`;
  for (const name of readdirSync(folder)) {
    const processId = name.startsWith(ours) ? Number.parseInt(name.slice(ours.length), 10) : Number.NaN;
    if (Number.isInteger(processId) && !isAlive(processId)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
