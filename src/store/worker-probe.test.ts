import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { describe, expect, it } from 'vitest';

import type { ProcessTable } from './worker-probe.ts';
import { createWorkerProbe, systemProcesses } from './worker-probe.ts';

const box: ProcessTable = {
  processId: 41,
  hostName: () => 'box',
  bootId: () => 'boot-1',
  processNamespace: () => '7',
  startTicks: () => '900',
  isRunning: () => true,
};

describe('createWorkerProbe', () => {
  it('names host, process namespace, number, boot and start', () => {
    expect(createWorkerProbe(box).self).toEqual({
      id: 'box/7:41:boot-1/900',
      host: 'box/7',
      processId: 41,
      startedAt: 'boot-1/900',
    });
  });

  it('calls a worker alive whose process runs with the same start', () => {
    expect(createWorkerProbe(box).isAlive(createWorkerProbe(box).self)).toBe(true);
  });

  it('calls a worker dead whose number now belongs to a later process', () => {
    const { self } = createWorkerProbe(box);
    expect(createWorkerProbe({ ...box, startTicks: () => '901' }).isAlive(self)).toBe(false);
  });

  it('calls a worker dead that ran before the machine started again', () => {
    const { self } = createWorkerProbe(box);
    expect(createWorkerProbe({ ...box, bootId: () => 'boot-2' }).isAlive(self)).toBe(false);
  });

  it('goes by the number alone where the system tells no start times', () => {
    const bare: ProcessTable = { ...box, bootId: () => undefined, processNamespace: () => undefined, startTicks: () => undefined };
    const probe = createWorkerProbe(bare);
    expect(probe.self.host).toBe('box');
    expect(probe.isAlive(probe.self)).toBe(true);
    expect(createWorkerProbe({ ...bare, isRunning: () => false }).isAlive(probe.self)).toBe(false);
  });

  it('sees a real process while it runs and not after', async () => {
    const child = spawn('sleep', ['30'], { stdio: 'ignore' });
    await once(child, 'spawn');
    const processId = child.pid ?? 0;
    const probe = createWorkerProbe();
    const { self: worker } = createWorkerProbe({ ...systemProcesses, processId });
    expect(probe.isAlive(worker)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(probe.isAlive(worker)).toBe(false);
  });
});
