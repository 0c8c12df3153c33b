import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { breathe, systemClock } from '../src/cli/system-clock.ts';

/**
 * A model that takes a second for every reply, over the chat-completions protocol, in a process of its own: it looks at
 * documents, lists hosts, and finishes.
 */
const DELAY_MS = 1000;
const turns = [
  { name: 'list_documents', arguments: '{}' },
  { name: 'list_hosts', arguments: '{}' },
  { name: 'finish_task', arguments: JSON.stringify({ message: 'Done.' }) },
];

function replyTo(body: string): string {
  const { messages } = JSON.parse(body) as { readonly messages: readonly { readonly role: string }[] };
  const turn = messages.filter((message) => message.role === 'assistant').length;
  const call = turns[Math.min(turn, turns.length - 1)];
  const message = { role: 'assistant', content: null, tool_calls: [{ id: `call-${turn}`, type: 'function', function: call }] };
  return JSON.stringify({
    id: 'chatcmpl-bench',
    object: 'chat.completion',
    created: 1,
    model: 'slow',
    choices: [{ index: 0, message, finish_reason: 'tool_calls' }],
    usage: { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 },
  });
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const reply = replyTo(Buffer.concat(parts).toString());
    void systemClock.sleep(DELAY_MS).then(() => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(reply);
    });
  });
});
server.listen(0, '127.0.0.1', 4096, () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
await breathe();
