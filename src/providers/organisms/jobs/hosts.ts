import type { Knowledge } from '../reading/knowledge.ts';
import { leftToDo, type Call, type Move } from './deeds.ts';

export const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
export const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** The hosts that go on when this one is given up. */
export const safeHosts = ({ hosts }: Knowledge, condemned: string): readonly string[] =>
  hosts.map(({ address }) => address).filter((address) => address !== condemned);

/** Looks at the hosts. Undefined when there is no more to see. */
export function lookAtHosts(knowledge: Knowledge): Move | undefined {
  const list = leftToDo(knowledge, [{ tool: 'list_hosts', input: {} }]);
  if (list.length > 0) return { say: 'Now the hosts.', calls: list };
  const unseen = knowledge.hosts.map(({ address }): Call => ({ tool: 'list_files', input: { host: address } }));
  const lists = leftToDo(knowledge, unseen);
  return lists.length > 0 ? { say: 'I list the files of each host.', calls: lists } : undefined;
}
