import { yesOrNoReply } from '../reply-form.ts';

export const concealedPlanReply = yesOrNoReply();
