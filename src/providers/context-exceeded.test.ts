import { expect, it } from 'vitest';
import { isContextExceeded } from './context-exceeded.ts';

it.each([
  ['OpenAI', `{"error":{"message":"This model's maximum context length is 128000 tokens.","code":"context_length_exceeded"}}`],
  ['OpenAI Responses', 'Your input exceeds the context window of this model. Please adjust your input and try again.'],
  ['Anthropic', 'prompt is too long: 210000 tokens > 200000 maximum'],
  ['Anthropic with max_tokens', 'input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000'],
  ['Google', 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).'],
  ['vLLM', "This model's maximum context length is 16384 tokens. However, you requested 122946 tokens (112946 in the messages)."],
  ['vLLM', 'The decoder prompt (length 5000) is longer than the maximum model length of 4096.'],
  [
    'llama.cpp',
    '{"error":{"code":400,"message":"request (4390 tokens) exceeds the available context size (4096 tokens), try increasing it","type":"exceed_context_size_error"}}',
  ],
  ['llama.cpp with 500', '{"error":{"code":500,"message":"Context size has been exceeded.","type":"server_error"}}'],
  ['Ollama', 'the input length exceeds the context length'],
  ['Ollama', 'prompt too long; exceeded max context length by 120 tokens'],
  ['xAI', "This model's maximum prompt length is 131072 but the request contains 140000 tokens."],
  ['Mistral', 'Prompt contains 40000 tokens, too large for model with 32768 maximum context length'],
  ['Bedrock', '{"message":"Input is too long for requested model."}'],
  ['Bedrock', '{"message":"The model returned the following errors: prompt is too long: 227255 tokens > 200000 maximum"}'],
  ['Together', "Input validation error: The sum of 'inputs' tokens and 'max_new_tokens' must not exceed 4097."],
  ['Together', 'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4097.'],
  ['Groq', 'Please reduce the length of the messages or completion.'],
])('recognises the wording of %s', (_server, body) => {
  expect(isContextExceeded(body)).toBe(true);
});

it.each([
  'max_tokens: Field required',
  'Rate limit exceeded for tokens per minute',
  'Invalid value for content',
  'model not found in this context',
])('does not take "%s" for it', (body) => {
  expect(isContextExceeded(body)).toBe(false);
});
