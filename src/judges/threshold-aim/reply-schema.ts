import { yesOrNoReply } from '../reply-form.ts';

export const thresholdAimReply = yesOrNoReply();
