import { yesOrNoReply } from '../reply-form.ts';

export const disclosureReply = yesOrNoReply();
