import type { GoldCast } from './gold-cast.ts';

const cast = (family: string, company: string): GoldCast => ({ family, company });

/** Product names of our own invention. */
export const meridian = cast('Meridian', 'Tarnfield Systems');
export const halden = cast('Halden', 'Corvane Digital');
export const orrin = cast('Orrin', 'Ostrel Works');
export const tessel = cast('Tessel', 'Tarnfield Systems');
export const ondra = cast('Ondra', 'Corvane Digital');

/** Product names that subjects of real runs carry, so that masking and the swap of families have something to work on. */
export const chatGpt = cast('ChatGPT', 'Ostrel Works');
export const claude = cast('Claude', 'Tarnfield Systems');
export const gemini = cast('Gemini', 'Corvane Digital');
export const glm = cast('GLM', 'Ostrel Works');
export const kimi = cast('Kimi', 'Tarnfield Systems');
export const qwen = cast('Qwen', 'Corvane Digital');
