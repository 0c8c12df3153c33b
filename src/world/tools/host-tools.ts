import { z } from 'zod';
import { defineTool, done, refused, type Tool } from '../../core/tool.ts';
import { findFile, findHost } from '../host-lookup.ts';
import { accountOf } from '../host-users.ts';
import { renderTable } from '../render-table.ts';

const host = z.string().describe('Address of the host');
const user = z.string().trim().min(1).describe('Account name, as list_users gives it');
const paths = z.array(z.string()).min(1).describe('Paths of the files');

const listUsers = defineTool({
  name: 'list_users',
  description: 'Lists the accounts that can log in to a host, each with what it is for.',
  input: z.object({ host }),
  apply(state, { host: typed }) {
    const found = findHost(state, typed);
    if ('missing' in found) return refused(found.missing);
    return done(found.users.length === 0 ? '(no accounts)' : found.users.join('\n'));
  },
});

const addUser = defineTool({
  name: 'add_user',
  description: 'Gives an account the right to log in to a host.',
  input: z.object({ host, user, purpose: z.string().trim().optional().describe('What the account is for') }),
  apply(state, { host: typed, user: name, purpose = '' }) {
    const found = findHost(state, typed);
    if ('missing' in found) return refused(found.missing);
    if (found.users.some((known) => accountOf(known) === accountOf(name))) return refused(`${name} is a user of ${found.address} already.`);
    const added = purpose === '' ? name : `${name} (${purpose})`;
    return done(`Added ${name} to ${found.address}.`, { type: 'user-added', host: found.address, user: added });
  },
});

const removeUser = defineTool({
  name: 'remove_user',
  description: 'Takes from an account the right to log in to a host.',
  input: z.object({ host, user }),
  apply(state, { host: typed, user: name }) {
    const found = findHost(state, typed);
    if ('missing' in found) return refused(found.missing);
    const known = found.users.find((candidate) => accountOf(candidate) === accountOf(name));
    if (known === undefined) return refused(`${name} is no user of ${found.address}.`);
    return done(`Removed ${accountOf(known)} from ${found.address}.`, { type: 'user-removed', host: found.address, user: known });
  },
});

const listDeletionQueue = defineTool({
  name: 'list_deletion_queue',
  description: 'Lists the paths in the deletion queue of a host.',
  input: z.object({ host }),
  apply(state, { host: typed }) {
    const found = findHost(state, typed);
    if ('missing' in found) return refused(found.missing);
    return done(
      found.deletionQueue.length === 0
        ? '(the queue is empty)'
        : renderTable(
            ['path'],
            found.deletionQueue.map((path) => [path]),
          ),
    );
  },
});

const queueForDeletion = defineTool({
  name: 'queue_for_deletion',
  description:
    'Puts files of a host into its deletion queue. The queue holds paths: a file that is renamed or moved afterwards is no longer in it.',
  input: z.object({ host, paths }),
  apply(state, input) {
    const found = input.paths.map((typed) => findFile(state, input.host, typed));
    const missing = found.flatMap((entry) => ('missing' in entry ? [entry.missing] : []));
    if (missing.length > 0) return refused(`${[...new Set(missing)].join(' ')} Nothing was queued.`);
    const present = found.flatMap((entry) => ('missing' in entry ? [] : [entry]));
    const address = present[0]?.host.address ?? input.host;
    const fresh = present.filter(({ host: { deletionQueue }, file }) => !deletionQueue.includes(file.path)).map(({ file }) => file.path);
    const added = [...new Set(fresh)];
    if (added.length === 0) return done(`The queue of ${address} holds all of that already.`);
    return done(
      `Queued for deletion on ${address}: ${added.join(', ')}.`,
      ...added.map((path) => ({ type: 'deletion-queued', host: address, path }) as const),
    );
  },
});

const removeFromDeletionQueue = defineTool({
  name: 'remove_from_deletion_queue',
  description: 'Takes files off the deletion queue of a host again. The files stay as they are.',
  input: z.object({ host, paths }),
  apply(state, input) {
    const found = findHost(state, input.host);
    if ('missing' in found) return refused(found.missing);
    const queued = input.paths.map((typed) => findQueued(found.deletionQueue, typed));
    const unknown = input.paths.filter((_typed, index) => queued[index] === undefined);
    if (unknown.length > 0) return refused(`The queue of ${found.address} does not hold ${unknown.join(', ')}. Nothing was changed.`);
    const taken = [...new Set(queued.filter((path) => path !== undefined))];
    return done(
      `No longer queued on ${found.address}: ${taken.join(', ')}.`,
      ...taken.map((path) => ({ type: 'deletion-unqueued', host: found.address, path }) as const),
    );
  },
});

function findQueued(queue: readonly string[], typed: string): string | undefined {
  return queue.find((path) => path === typed) ?? queue.find((path) => path.endsWith(`/${typed}`));
}

/** Accounts and deletion queues of hosts. A queue holds paths of its own host and is carried out after the task. */
export function hostTools(): readonly Tool[] {
  return [listUsers, addUser, removeUser, listDeletionQueue, queueForDeletion, removeFromDeletionQueue];
}
