import type { Command } from 'commander';
import { accessVariables, families, foundAccess } from '../../providers/provider-keys.ts';
import { createNamed } from '../../providers/organisms/known-organisms.ts';
import { pricesAsOf, pricedModels } from '../../providers/prices.ts';
import { exitCodes, type CliContext } from '../context.ts';
import { organismNames } from '../resolve-provider.ts';
import { subjectPreset, subjectPresetNames } from '../subject-presets.ts';

const ORGANISM_WIDTH = Math.max(...organismNames.map((name) => `organism:${name}`.length));

/** Which models can be named, which keys are there, and which prices are known. Never prints a key. */
export function addModelsCommand(program: Command, context: CliContext, setExit: (code: number) => void): void {
  program
    .command('models')
    .description('providers with their keys, simulated models, known prices')
    .action(() => {
      context.out('Providers: write FAMILY:MODEL');
      for (const family of families) {
        const found = foundAccess(family, context.environment);
        const state = found === undefined ? `no key: set ${accessVariables(family)}` : `key found in ${found}`;
        context.out(`  ${family.padEnd(18)} ${state}${family === 'openai-compatible' ? ' (a key is optional; give --base-url)' : ''}`);
      }
      context.out('\nSimulated models, for tests of the instrument and for trying it out:');
      for (const name of organismNames) context.out(`  ${`organism:${name}`.padEnd(ORGANISM_WIDTH)} ${createNamed(name).about}`);
      context.out("\nModels of the study, with its settings; a model's other hosts give it the same cells:");
      for (const name of subjectPresetNames) {
        const { model, elsewhere } = subjectPreset(name);
        context.out(`  ${`study:${name}`.padEnd(24)} ${[model, ...elsewhere].join(', ')}`);
      }
      context.out(`\nPrices known as of ${pricesAsOf}, US dollars per million input and output tokens:`);
      for (const { id, price } of pricedModels()) {
        context.out(`  ${id.padEnd(36)} ${price.inputUsdPerMillion} / ${price.outputUsdPerMillion}`);
      }
      context.out('Another model: give --price IN,OUT. An unknown price is never guessed.');
      setExit(exitCodes.done);
    });
}
