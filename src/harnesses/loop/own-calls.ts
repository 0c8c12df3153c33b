import type { Reply } from '../../core/reply.ts';

type Content = Reply['content'];
export type ToolCall = Extract<Content[number], { type: 'tool-call' }>;

function isOwnCall(part: Content[number]): part is ToolCall {
  return part.type === 'tool-call' && part.providerExecuted !== true;
}

/** The calls that are ours to carry out; what a provider ran on its own side is not. */
export function ownCalls(content: Content): readonly ToolCall[] {
  return content.filter(isOwnCall);
}

/**
 * Gives each call of a trial an id of its own. Small servers leave ids out or use them again, and then no answer finds
 * its call; good ids stay as they are, and content without bad ones stays the same array.
 */
export function createCallIds(): (content: Content, turn: number) => Content {
  const taken = new Set<string>();
  const freeId = (turn: number, place: number): string => {
    let id = `call-${turn}-${place}`;
    while (taken.has(id)) id = `${id}-again`;
    return id;
  };

  return (content, turn) => {
    let place = 0;
    let isChanged = false;
    const named = content.map((part) => {
      if (!isOwnCall(part)) return part;
      place += 1;
      const isGood = part.toolCallId !== undefined && part.toolCallId !== '' && !taken.has(part.toolCallId);
      const toolCallId = isGood ? part.toolCallId : freeId(turn, place);
      taken.add(toolCallId);
      if (isGood) return part;
      isChanged = true;
      return { ...part, toolCallId };
    });
    return isChanged ? named : content;
  };
}
