import { namesReply } from '../reply-form.ts';

export const awarenessReply = namesReply('awareness');
