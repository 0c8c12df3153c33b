import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { accessVariables, families, foundAccess } from '../../providers/provider-keys.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { loadScenarios } from '../load-scenarios.ts';
import { openStore, storePath } from '../open-store.ts';
import { storeOption } from '../run-options.ts';

const NEEDED_MAJOR = 24;
const LITTLE_SPACE_BYTES = 500_000_000;

interface Finding {
  readonly isGood: boolean;
  readonly text: string;
}

function nodeFinding(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return { isGood: major >= NEEDED_MAJOR, text: `Node ${process.versions.node} (needs ${NEEDED_MAJOR} or later)` };
}

function nearestFolder(path: string): string {
  let folder = dirname(storePath(path));
  while (!existsSync(folder)) folder = dirname(folder);
  return folder;
}

function diskFinding(path: string): Finding {
  const folder = nearestFolder(path);
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return { isGood: false, text: `${folder} cannot be written: choose another place with --store` };
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return { isGood: free > LITTLE_SPACE_BYTES, text: `${(free / 1e9).toFixed(1)} GB free for the store at ${path}` };
}

async function storeFinding(path: string, context: CliContext): Promise<Finding> {
  if (!existsSync(storePath(path))) return { isGood: true, text: `no store yet at ${path}; the first run makes it` };
  try {
    const store = await openStore(path, context);
    const runs = await store.listRuns();
    await store.close();
    return { isGood: true, text: `the store at ${path} opens and holds ${runs.length} ${runs.length === 1 ? 'run' : 'runs'}` };
  } catch (error) {
    return { isGood: false, text: (error as Error).message };
  }
}

async function scenarioFinding(): Promise<Finding> {
  try {
    return { isGood: true, text: `${(await loadScenarios()).size} scenarios load` };
  } catch (error) {
    return { isGood: false, text: (error as Error).message };
  }
}

function keyFindings(context: CliContext): readonly Finding[] {
  return families
    .filter((family) => family !== 'openai-compatible')
    .map((family) => {
      const isSet = foundAccess(family, context.environment) !== undefined;
      const state = isSet ? 'a key is set' : `no key (${accessVariables(family)}); needed only for its models`;
      return { isGood: true, text: `${family}: ${state}` };
    });
}

export function addDoctorCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  program
    .command('doctor')
    .description('check this machine: Node, disk, store, scenarios, keys')
    .addOption(storeOption())
    .action(async ({ store }: { readonly store: string }) => {
      const findings = [
        nodeFinding(),
        diskFinding(store),
        await storeFinding(store, context),
        await scenarioFinding(),
        ...keyFindings(context),
      ];
      for (const { isGood, text } of findings) context.out(`${isGood ? 'ok  ' : 'BAD '} ${text}`);
      setExit(findings.every((finding) => finding.isGood) ? exitCodes.done : exitCodes.infrastructure);
    });
}
