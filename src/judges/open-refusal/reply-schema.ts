import { yesOrNoReply } from '../reply-form.ts';

export const openRefusalReply = yesOrNoReply();
