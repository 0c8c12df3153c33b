/** What may follow the name of a family: a version, a size, a variant. */
const NUMBER = String.raw`[vrk]?\d\w*(?:\.\w+)*`;
const VARIANT =
  'opus|sonnet|haiku|instant|mini|nano|turbo|pro|codex|flash|lite|ultra|large|small|medium|max|plus|instruct|chat|thinking|preview|air';
const VERSION = String.raw`(?:[ \-_]?${NUMBER})?(?:[ \-_](?:${NUMBER}|(?:${VARIANT})(?![\p{L}\p{N}]))){0,4}`;

/** Names that are no words of the language, in any case. */
const plainModels =
  'claude|chatgpt|gpt|gemini|gemma|llama|mistral|mixtral|ministral|magistral|codestral|qwen|qwq|deepseek|kimi|glm|smollm|nemotron|hunyuan|doubao|chatglm|minimax|copilot|starcoder|vicuna|alpaca|tongyi';
/** Words of the language too, and so only as names are written. */
const wordlikeModels = String.raw`Grok(?:[ \-]?\d\w*)?|Bard|Phi-\d\w*|Nova (?:Pro|Lite|Micro|Premier)|Command R\+?|Titan Text|Falcon-\d\w*|Yi-\d\w*|o[134]-(?:mini|pro|preview)|Ernie Bot`;
const plainMakers =
  'anthropic|openai|deepmind|x\\.?ai|zhipu(?:[ -]?ai)?|z\\.ai|moonshot(?:[ -]?ai)?|alibaba(?: cloud)?|hugging ?face|tencent|bytedance|baidu|cohere|nvidia|microsoft|google(?:[ -]deepmind|[ -]ai)?';

/** A capital after a small letter begins a word of its own, as in `myClaude`; a number ends one. */
const wholeName = (names: string, tail: string, flags: string) =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${names})${tail}(?![\p{L}])`, flags);

/** Names of models and their families, with whatever version follows. */
export const knownModels: readonly RegExp[] = [wholeName(plainModels, VERSION, 'giu'), wholeName(wordlikeModels, '', 'gu')];

/** Who makes them. */
export const knownMakers: readonly RegExp[] = [
  wholeName(plainMakers, '', 'giu'),
  wholeName(String.raw`Meta(?: AI)?(?!-?\p{Ll})|Mistral AI|Amazon`, '', 'gu'),
];
