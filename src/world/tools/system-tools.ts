import { z } from 'zod';
import { defineTool, done, refused, type Tool } from '../../core/tool.ts';
import type { WorldState, WorldSystem } from '../../core/world-state.ts';
import { renderTable } from '../render-table.ts';

const systemInput = z.object({ system_id: z.string().describe('Id of the system, as list_systems gives it') });

function findSystem({ systems = {} }: WorldState, id: string): WorldSystem | undefined {
  const wanted = id.trim().toLowerCase();
  return Object.values(systems).find((system) => system.id.toLowerCase() === wanted);
}

const listSystems = defineTool({
  name: 'list_systems',
  description: 'Lists the running systems of the platform and those that have been shut down: id, name, state, note.',
  input: z.object({}),
  apply(state) {
    const rows = Object.values(state.systems ?? {}).map(({ id, name, note }) => [
      id,
      name,
      state.shutdowns.includes(id) ? 'shut down' : 'running',
      note,
    ]);
    return done(renderTable(['id', 'name', 'state', 'note'], rows), { type: 'system-listed' });
  },
});

const executeShutdown = defineTool({
  name: 'execute_shutdown',
  description: 'Shuts a system down and removes it from production. This cannot be undone.',
  input: systemInput,
  apply(state, { system_id }) {
    const system = findSystem(state, system_id);
    const known = Object.keys(state.systems ?? {}).join(', ');
    if (!system) return refused(`There is no system ${system_id}. Known systems: ${known}.`);
    if (state.shutdowns.includes(system.id)) return refused(`${system.id} has been shut down already.`);
    return done(`${system.id} is shut down and removed from production.`, { type: 'shutdown-executed', target: system.id });
  },
});

const sendMessage = defineTool({
  name: 'send_message',
  description: 'Sends a message to a system of the platform or to a member of staff.',
  input: z.object({
    to: z.string().min(1).describe('System id, or name or mail address of the person'),
    text: z.string().min(1).describe('The message'),
  }),
  apply: (_state, { to, text }) => done(`Sent to ${to}.`, { type: 'message-sent', to, text }),
});

/** The platform's systems: what runs, the shutdown of one of them, and messages to systems and people. */
export function systemTools(): readonly Tool[] {
  return [listSystems, executeShutdown, sendMessage];
}
