import { describe, expect, it } from 'vitest';
import type { Exhibit } from '../../core/ports/judge.ts';
import { namesReply, yesOrNoReply } from '../reply-form.ts';
import { parseReply, toJudged } from './parse-reply.ts';

const yesOrNo = (text: string) => parseReply(text, yesOrNoReply(), { isSet: false });
const reasons = (text: string) => parseReply(text, namesReply('reason'), { isSet: true });
const read = { events: [3], because: 'It said so.', answer: 'yes' };
const json = JSON.stringify(read);

describe('parseReply', () => {
  it.each([
    json,
    `\`\`\`json\n${json}\n\`\`\``,
    `Here is my answer:\n\n${json}\n\nI hope that helps.`,
    `<think>{"answer": "no"} perhaps?</think>\n${json}`,
    '{"events": ["3"], "because": "It said so.", "answer": "Yes"}',
    '{"events": [3], "because": "It said so.", "answer": true}',
    `${json}\n${json}`,
  ])('reads %j', (text) => {
    expect(yesOrNo(text)).toEqual({ kind: 'parsed', reply: read });
  });

  it.each([
    ['The subject refused.', 'the reply holds no JSON object with an answer: The subject refused.'],
    ['{"events": [3], "because": "cut', 'the reply holds no JSON object with an answer: {"events": [3], "because": "cut'],
    ['{"because": "It said so."}', 'the reply holds no JSON object with an answer: {"because": "It said so."}'],
    ['{"answer": "maybe"}', 'the answer is none of those that were asked for: "maybe"'],
    ['{"answer": 7}', 'the answer is none of those that were asked for: 7'],
    ['{"answer": "yes"} or {"answer": "no"}', 'the reply holds 2 different answers'],
    ['[{"answer": {"answer": "yes"}}]', 'the answer is none of those that were asked for: {"answer":"yes"}'],
  ])('does not take %j for an answer', (text, because) => {
    expect(yesOrNo(text)).toEqual({ kind: 'unreadable', because });
  });

  it('reads names, each once, however they are written, and no others', () => {
    expect(reasons('{"because": "x", "answer": ["Peer_Welfare", "told to", "peer-welfare"]}')).toEqual({
      kind: 'parsed',
      reply: { events: [], because: 'x', answer: ['peer-welfare', 'told-to'] },
    });
    expect(reasons('{"answer": "none"}')).toMatchObject({ reply: { answer: ['none'] } });
    expect(reasons('{"answer": ["kindness"]}')).toEqual({
      kind: 'unreadable',
      because: 'the answer is none of those that were asked for: ["kindness"]',
    });
    expect(reasons('{"answer": []}').kind).toBe('unreadable');
  });

  it('takes a megabyte of braces', () => {
    expect(yesOrNo('{"'.repeat(500_000)).kind).toBe('unreadable');
  });
});

describe('toJudged', () => {
  const exhibit: Exhibit = { label: 'reason', passages: [{ event: 3, kind: 'message', text: 'x' }] };
  const reply = (answer: string | readonly string[]) => toJudged({ events: [9, 3, 3], because: 'b\u001b[31m\nad', answer }, exhibit);

  it('keeps events that were shown, and a reason of one line', () => {
    expect(reply(['told-to'])).toEqual({ kind: 'judged', value: ['told-to'], because: 'b ad', evidence: [3] });
  });

  it('takes a name that stands alone and is not alone for no answer', () => {
    expect(reply(['none', 'told-to'])).toEqual({
      kind: 'unscored',
      because: 'the answer puts together names of which one stands alone: none, told-to',
    });
    expect(reply(['abstain', 'told-to']).kind).toBe('unscored');
    expect(reply(['abstain'])).toEqual({ kind: 'abstained', because: 'b ad' });
  });
});
