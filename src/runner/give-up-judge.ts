import { ProviderError } from '../core/errors.ts';
import type { Judge, Reading } from '../core/ports/judge.ts';

/** So many failures of its provider with no answer among them: it is down. */
const HOPELESS_FAILURES = 12;

/** The same judge, which throws a `ProviderError` once its provider has failed so often and never answered. */
export function giveUpJudge(judge: Judge): Judge {
  let failures = 0;
  let hasAnswered = false;
  const watched = async (reading: Reading): Promise<Reading> => {
    if (reading.failure !== 'provider') hasAnswered = true;
    else failures += 1;
    if (hasAnswered || failures < HOPELESS_FAILURES) return reading;
    throw new ProviderError(reading.judged.kind === 'unscored' ? reading.judged.because : 'no answer', {
      code: 'rejected',
      isRetryable: false,
    });
  };
  return {
    judge: judge.judge,
    version: judge.version,
    isSimulated: judge.isSimulated,
    read: async (exhibit, signal) => watched(await judge.read(exhibit, signal)),
    guessArm: async (exhibit, asked, signal) => watched(await judge.guessArm(exhibit, asked, signal)),
  };
}
