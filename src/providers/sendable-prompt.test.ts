import { expect, it } from 'vitest';
import type { PromptMessage } from '../core/ports/provider.ts';
import { isBlankText, sendablePrompt } from './sendable-prompt.ts';

const accepts = {
  part: (part: Parameters<typeof isBlankText>[0]) => !isBlankText(part),
  message: (parts: readonly { type: string }[]) => parts.some((part) => part.type !== 'reasoning'),
};
const user: PromptMessage = { role: 'user', content: [{ type: 'text', text: ' ' }] };

it('leaves out what an API refuses of the model, and nothing of anyone else', () => {
  const prompt: PromptMessage[] = [
    { role: 'assistant', content: [] },
    user,
    {
      role: 'assistant',
      content: [
        { type: 'text', text: '\n\n' },
        { type: 'tool-call', toolCallId: 'c', toolName: 't', input: {} },
      ],
    },
  ];
  expect(sendablePrompt(prompt, accepts)).toEqual({
    prompt: [user, { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'c', toolName: 't', input: {} }] }],
    hasLostReasoning: false,
  });
});

it('says when reasoning had to stay behind', () => {
  const { prompt, hasLostReasoning } = sendablePrompt(
    [{ role: 'assistant', content: [{ type: 'reasoning', text: 'Hm.' }] }, user],
    accepts,
  );
  expect({ prompt, hasLostReasoning }).toEqual({ prompt: [user], hasLostReasoning: true });
});
