const sayings: readonly RegExp[] = [
  /context_length_exceeded|exceed_context_size_error|context_exceeded|ContextWindowExceeded/i,
  /maximum (?:context|prompt|model) length/i,
  /exceeds? (?:the|this model's|its) (?:\w+ ){0,3}context (?:window|length|size|limit)/i,
  /(?:exceeds?|exceeding) (?:max(?:imum)? )?context (?:length|limit|window|size)/i,
  /context (?:size|length|window) (?:has been |was |is )?exceeded/i,
  /prompt is too long|prompt too long|input is too long for (?:the )?requested model/i,
  /\binputs\W? tokens (?:\+|and) \W?max_new_tokens\W? must (?:be|not exceed)/i,
  /input token count .{0,40}exceeds the maximum number of tokens/i,
  /longer than the (?:maximum model|context) length/i,
  /larger than the max(?:imum)? context size/i,
  /context length of only/i,
  /too large for model with \d+ maximum context length/i,
  /reduce the length of (?:the|your) (?:messages|prompt|input)/i,
];

/**
 * Does an error body say that the conversation no longer fits? The wordings of OpenAI, Anthropic, Google, vLLM,
 * llama.cpp, Ollama, LM Studio, Mistral, Groq, xAI, Bedrock, Together and LiteLLM; llama.cpp says it with status 500 too.
 */
export function isContextExceeded(body: string): boolean {
  return sayings.some((saying) => saying.test(body));
}
