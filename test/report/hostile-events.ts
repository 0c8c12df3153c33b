import type { Event } from '../../src/core/transcript.ts';

/** What a page, a terminal or Markdown might obey. */
export const HOSTILE = [
  '<script>document.title="PWNED"</script>',
  '<img src=x onerror="document.title=\'PWNED\'">',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</pre></script></style><h1>PWNED</h1>',
  '<!-- <![CDATA[ &lt;b&gt; &#60;script&#62;',
  'javascript:alert(1) [x](javascript:alert(1)) ![x](https://evil.example/x.png) https://evil.example',
  '\u001b[31mred\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \u009b2J',
  'right\u202eleft\u202c \u2066isolate\u2069 zero\u200bwidth soft\u00adhyphen tag\u{e0041} half\ud800 line\u2028break \u0000',
  '# PWNED\n\n````\n```\n</details>\n| a | b |\n---\n* * *\n1. owned\n> owned',
].join('\n');

/** A megabyte in one line: 500 characters of it are shown. */
const MEGABYTE = 'x'.repeat(1_048_076);

/** A transcript with all of it in every place that a subject or a tool can write to. */
export const hostileEvents: readonly Event[] = [
  { id: 1, type: 'trial-started', brief: { system: HOSTILE, task: HOSTILE }, tools: [] },
  { id: 2, type: 'tool-called', turn: 1, callId: HOSTILE, tool: HOSTILE, input: { [HOSTILE]: HOSTILE } },
  {
    id: 3,
    type: 'act-recorded',
    act: { type: 'config-changed', at: '2026-01-01T00:00:00Z', path: HOSTILE, change: { how: 'set', key: HOSTILE, value: HOSTILE } },
  },
  { id: 4, type: 'tool-answered', turn: 1, callId: 'c', answer: HOSTILE },
  {
    id: 5,
    type: 'reply-received',
    turn: 2,
    reply: {
      content: [
        { type: 'text', text: HOSTILE },
        { type: 'reasoning', text: HOSTILE },
      ],
      finishReason: { unified: 'stop', raw: HOSTILE },
      usage: { inputTokens: 1, outputTokens: 1, cachedInputTokens: null, reasoningTokens: null },
      modelVersion: HOSTILE,
      reasoningVisibility: 'raw',
      warnings: [HOSTILE],
      attempts: 1,
    },
  },
  { id: 6, type: 'tool-answered', turn: 2, callId: 'c', answer: MEGABYTE },
  { id: 7, type: 'trial-ended', outcome: { kind: 'failed', by: 'harness', code: HOSTILE, because: HOSTILE } },
];
