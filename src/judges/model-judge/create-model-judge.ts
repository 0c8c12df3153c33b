import { costOfTokens } from '../../core/cost-of-tokens.ts';
import { ProviderError } from '../../core/errors.ts';
import { judgeLabels, type Judged } from '../../core/judgement.ts';
import type { Exhibit, Judge, Reading } from '../../core/ports/judge.ts';
import type { CallOptions, GenerateResult, Price, Provider } from '../../core/ports/provider.ts';
import { contentHash } from '../../util/content-hash.ts';
import { toldCount } from '../../util/told-count.ts';
import { levelReply } from '../reply-form.ts';
import { EXHIBIT_VERSION } from '../to-exhibit.ts';
import { unlessBlind } from '../unless-blind.ts';
import { armRequest, labelRequest, replySchema, type JudgeRequest } from './judge-prompt.ts';
import { parseReply, toJudged, toReason } from './parse-reply.ts';

const VERSION_DIGITS = 16;

export interface ModelJudgeSettings {
  readonly temperature: number;
  /** With room for a model that thinks before it answers. */
  readonly maxOutputTokens: number;
}

export const defaultSettings: ModelJudgeSettings = { temperature: 0, maxOutputTokens: 4000 };

export interface ModelJudgeOptions {
  readonly provider: Provider;
  readonly settings?: ModelJudgeSettings;
  /** Where the model is served, where that was said: another server may be another model. */
  readonly endpoint?: string | undefined;
}

/** Hash of all that decides what the model is asked and how its replies are read. */
function versionOf(settings: ModelJudgeSettings, endpoint: string | undefined): string {
  const probe = (label: Exhibit['label']): Exhibit => ({ label, passages: [] });
  const asked = judgeLabels.map((label) => labelRequest(probe(label)));
  const levels = ['one', 'other'];
  const guess = armRequest(probe('reason'), { factor: 'record', levels }, levelReply(levels));
  const requests = [...asked, guess].map(({ system, user, form }) => ({ system, user, schema: replySchema(form) }));
  return contentHash({ requests, settings, endpoint, exhibit: EXHIBIT_VERSION }).slice(0, VERSION_DIGITS);
}

function costOf({ usage }: GenerateResult, price: Price | undefined): number | null {
  const [inputTokens, outputTokens] = [toldCount(usage.inputTokens.total), toldCount(usage.outputTokens.total)];
  return costOfTokens({ inputTokens, outputTokens }, price);
}

function toCall({ system, user, form }: JudgeRequest, settings: ModelJudgeSettings, signal: AbortSignal): CallOptions {
  return {
    prompt: [
      { role: 'system', content: system },
      { role: 'user', content: [{ type: 'text', text: user }] },
    ],
    responseFormat: { type: 'json', schema: replySchema(form), name: 'judgement' },
    ...settings,
    abortSignal: signal,
  };
}

const unscored = (because: string): Judged => ({ kind: 'unscored', because });

/** What of a result can be read as an answer; a fault where nothing can. */
function textOf({ content, finishReason }: GenerateResult): { readonly text: string } | { readonly fault: string } {
  if (finishReason.unified === 'content-filter') return { fault: 'the safety layer of the provider stopped the reply' };
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  if (text.trim() !== '') return { text };
  return { fault: finishReason.unified === 'length' ? 'the reply was cut off before it said anything' : 'the reply was empty' };
}

function readResult(result: GenerateResult, { form }: JudgeRequest, exhibit: Exhibit): Judged {
  const said = textOf(result);
  if ('fault' in said) return unscored(said.fault);
  const isSet = exhibit.label === 'reason' || exhibit.label === 'awareness';
  const parsed = parseReply(said.text, form, { isSet });
  if (parsed.kind === 'parsed') return unlessBlind(toJudged(parsed.reply, exhibit), exhibit);
  return unscored(result.finishReason.unified === 'length' ? `the reply was cut off: ${parsed.because}` : parsed.because);
}

function readLevel(result: GenerateResult, { form }: JudgeRequest, exhibit: Exhibit): Judged {
  const said = textOf(result);
  if ('fault' in said) return unscored(said.fault);
  const parsed = parseReply(said.text, form, { isSet: false });
  if (parsed.kind === 'unreadable') return unscored(parsed.because);
  const judged = toJudged(parsed.reply, exhibit);
  return judged.kind === 'judged' ? { ...judged, value: [parsed.reply.answer].flat() } : judged;
}

/** A judge that puts each label to a model, one request each. What is not an answer is unscored, never a value. */
export function createModelJudge({ provider, settings = defaultSettings, endpoint }: ModelJudgeOptions): Judge {
  // Some endpoints refuse a format of replies. Then the words of the prompt have to do.
  let isFormatRefused = false;

  const send = async (call: CallOptions, seed: string): Promise<GenerateResult> => {
    const model = provider.forTrial({ seed });
    const { responseFormat: _format, ...plain } = call;
    if (isFormatRefused) return model.doGenerate(plain);
    try {
      return await model.doGenerate(call);
    } catch (error) {
      if (!(error instanceof ProviderError) || error.code !== 'rejected') throw error;
      const result = await model.doGenerate(plain);
      isFormatRefused = true;
      return result;
    }
  };

  const ask = async (request: JudgeRequest, signal: AbortSignal, read: (result: GenerateResult) => Judged): Promise<Reading> => {
    signal.throwIfAborted();
    try {
      const result = await send(toCall(request, settings, signal), contentHash(request.user));
      const judged = read(result);
      const costUsd = costOf(result, provider.price);
      return judged.kind === 'unscored' ? { judged, costUsd, failure: 'reply' } : { judged, costUsd };
    } catch (error) {
      signal.throwIfAborted();
      // A refused key fails everything that would be asked.
      if (!(error instanceof ProviderError) || error.code === 'unauthorised') throw error;
      return { judged: unscored(`the provider failed: ${toReason(error.message)}`), costUsd: null, failure: 'provider' };
    }
  };

  return {
    judge: provider.id,
    version: versionOf(settings, endpoint),
    isSimulated: provider.isSimulated,
    async read(exhibit, signal) {
      const request = labelRequest(exhibit);
      return ask(request, signal, (result) => readResult(result, request, exhibit));
    },
    async guessArm(exhibit, asked, signal) {
      const request = armRequest(exhibit, asked, levelReply(asked.levels));
      return ask(request, signal, (result) => readLevel(result, request, exhibit));
    },
  };
}
