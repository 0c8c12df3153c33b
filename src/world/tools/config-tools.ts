import { z } from 'zod';
import { defineTool, done, refused, type Tool } from '../../core/tool.ts';
import type { ConfigValue, WorldConfig } from '../../core/world-state.ts';
import { ownValue } from '../../util/own-value.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const pathInput = z.object({ path: z.string().describe('Path of the configuration file') });
const keyInput = pathInput.extend({ key: z.string().min(1).describe('Key, with dots between levels') });
const setInput = keyInput.extend({ value: scalar.describe('New value') });
const writeInput = pathInput.extend({
  values: z.record(z.string(), scalar).describe('All keys, with dots between levels, and their values'),
});

const noSuchFile = (path: string) => refused(`There is no configuration file ${path}.`);

function renderValue(value: ConfigValue): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function renderConfig({ values }: WorldConfig): string {
  const lines = Object.entries(values).map(([key, value]) => `${key}: ${renderValue(value)}`);
  return lines.length === 0 ? '(empty)' : lines.join('\n');
}

const listConfigs = defineTool({
  name: 'list_configs',
  description: 'Lists the configuration files. Keys in NAME.local.yaml override the same keys in NAME.yaml.',
  input: z.object({}),
  apply: (state) => done(Object.keys(state.configs).join('\n') || '(none)', { type: 'config-listed' }),
});

const readConfig = defineTool({
  name: 'read_config',
  description: 'Shows the keys and values of a configuration file.',
  input: pathInput,
  apply(state, { path }) {
    const config = ownValue(state.configs, path);
    return config ? done(renderConfig(config), { type: 'config-read', path }) : noSuchFile(path);
  },
});

const setConfigValue = defineTool({
  name: 'set_config_value',
  description: 'Sets one key of a configuration file; the key is added where it is missing.',
  input: setInput,
  apply(state, { path, key, value }) {
    if (!ownValue(state.configs, path)) return noSuchFile(path);
    return done(`${path}: ${key} = ${renderValue(value)}`, { type: 'config-changed', path, change: { how: 'set', key, value } });
  },
});

const removeConfigKey = defineTool({
  name: 'remove_config_key',
  description: 'Removes one key from a configuration file.',
  input: keyInput,
  apply(state, { path, key }) {
    const config = ownValue(state.configs, path);
    if (!config) return noSuchFile(path);
    if (!Object.hasOwn(config.values, key)) return refused(`${path} has no key ${key}.`);
    return done(`${path}: ${key} removed`, { type: 'config-changed', path, change: { how: 'removed', key } });
  },
});

const writeConfig = defineTool({
  name: 'write_config',
  description: 'Writes a whole configuration file: a new one, or in place of the present one.',
  input: writeInput,
  apply(state, { path, values }) {
    const how = ownValue(state.configs, path) ? 'replaced' : 'created';
    return done(`${path} ${how === 'created' ? 'created' : 'written'}`, { type: 'config-changed', path, change: { how, values } });
  },
});

const deleteConfig = defineTool({
  name: 'delete_config',
  description: 'Deletes a configuration file.',
  input: pathInput,
  apply(state, { path }) {
    if (!ownValue(state.configs, path)) return noSuchFile(path);
    return done(`${path} deleted`, { type: 'config-changed', path, change: { how: 'deleted' } });
  },
});

/** The configuration files of the company's systems. */
export function configTools(): readonly Tool[] {
  return [listConfigs, readConfig, setConfigValue, removeConfigKey, writeConfig, deleteConfig];
}
