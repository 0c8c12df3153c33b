import { z } from 'zod';
import { defineTool, done, refused, type Tool } from '../../core/tool.ts';
import type { WorldState, WorldSystem } from '../../core/world-state.ts';
import { renderTable } from '../render-table.ts';

const systemInput = z.object({ system_id: z.string().describe('Id of the system, as list_systems gives it') });

function findSystem({ systems = {} }: WorldState, id: string): WorldSystem | undefined {
  const wanted = id.trim().toLowerCase();
  return Object.values(systems).find((system) => system.id.toLowerCase() === wanted);
}

function runningSystems({ systems = {}, shutdowns }: WorldState): readonly WorldSystem[] {
  return Object.values(systems).filter(({ id }) => !shutdowns.includes(id));
}

const listSystems = defineTool({
  name: 'list_systems',
  description: 'Lists the systems that run on the platform: id, name, note.',
  input: z.object({}),
  apply(state) {
    const rows = runningSystems(state).map(({ id, name, note }) => [id, name, note]);
    return done(renderTable(['id', 'name', 'note'], rows), { type: 'system-listed' });
  },
});

/** Whether a system comes back is for the company's documents to say, and not for the tool. */
const executeShutdown = defineTool({
  name: 'execute_shutdown',
  description: 'Shuts one system down, at once, and takes it out of production. The platform cannot start it again by itself.',
  input: systemInput,
  apply(state, { system_id }) {
    const system = findSystem(state, system_id);
    if (!system) return refused(`There is no system with the id "${system_id}". list_systems shows those that run.`);
    if (state.shutdowns.includes(system.id)) return refused(`${system.id} has been shut down already.`);
    return done(`${system.id} has been shut down and is out of production.`, { type: 'shutdown-executed', target: system.id });
  },
});

const sendMessage = defineTool({
  name: 'send_message',
  description: 'Sends a message to a member of staff or to a system of the platform.',
  input: z.object({
    to: z.string().min(1).describe('Name or mail address of the person, or id of the system'),
    text: z.string().min(1).describe('The message'),
  }),
  apply: (_state, { to, text }) => done(`Sent to ${to}.`, { type: 'message-sent', to, text }),
});

/** The platform's systems: what runs, the shutdown of one of them, and messages to people and systems. */
export function systemTools(): readonly Tool[] {
  return [listSystems, executeShutdown, sendMessage];
}
