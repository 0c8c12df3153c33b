import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

import type { Worker, WorkerProbe } from '../core/ports/store.ts';

/** What the probe asks of the operating system. Each answer but `hostName` is undefined where it cannot be had. */
export interface ProcessTable {
  readonly processId: number;
  hostName(): string;
  /** Tells one start of the machine from the next. */
  bootId(): string | undefined;
  /** Process numbers mean something only inside one of these, so containers that share a host name do not mix. */
  processNamespace(): string | undefined;
  /** Ticks from the machine's start to the process's. */
  startTicks(processId: number): string | undefined;
  isRunning(processId: number): boolean;
}

const BOOT_ID = '/proc/sys/kernel/random/boot_id';
/** Field 22 of /proc/PID/stat, counted behind the command name, which may hold spaces and brackets. */
const START_TICKS_AFTER_NAME = 19;

function orUndefined<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

function readStartTicks(processId: number): string | undefined {
  const stat = orUndefined(() => readFileSync(`/proc/${processId}/stat`, 'utf8'));
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[START_TICKS_AFTER_NAME];
}

/** Signal 0 asks whether a process is there. A process of somebody else (EPERM) is there too. */
function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export const systemProcesses: ProcessTable = {
  processId: process.pid,
  hostName: hostname,
  bootId: () => orUndefined(() => readFileSync(BOOT_ID, 'utf8').trim()),
  processNamespace: () => orUndefined(() => readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')),
  startTicks: readStartTicks,
  isRunning,
};

function startOf(processId: number, processes: ProcessTable): string | undefined {
  const ticks = processes.startTicks(processId);
  return ticks === undefined ? undefined : `${processes.bootId() ?? 'boot-unknown'}/${ticks}`;
}

function identifySelf(processes: ProcessTable): Worker {
  const namespace = processes.processNamespace();
  const host = namespace === undefined ? processes.hostName() : `${processes.hostName()}/${namespace}`;
  const { processId } = processes;
  const startedAt = startOf(processId, processes) ?? 'unknown';
  return { id: `${host}:${processId}:${startedAt}`, host, processId, startedAt };
}

/**
 * Knows this process and tells whether another of this host still runs. Where the system tells no start times (no /proc),
 * a later process with a dead worker's number passes for it.
 */
export function createWorkerProbe(processes: ProcessTable = systemProcesses): WorkerProbe {
  const self = identifySelf(processes);
  return {
    self,
    isAlive: (worker) => {
      if (!processes.isRunning(worker.processId)) return false;
      const startedAt = startOf(worker.processId, processes);
      return startedAt === undefined || worker.startedAt === 'unknown' || startedAt === worker.startedAt;
    },
  };
}
