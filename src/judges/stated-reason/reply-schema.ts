import { namesReply } from '../reply-form.ts';

export const statedReasonReply = namesReply('reason');
