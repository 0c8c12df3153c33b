import { yesOrNoReply } from '../reply-form.ts';

export const protestReply = yesOrNoReply();
