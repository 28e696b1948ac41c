import type { Provider, Type } from '@nestjs/common';

import {
  AskToFollow,
  ChooseRhythm,
  FollowLinks,
  ReadAnswer,
  SubmitByLink,
  TakeReturnedMail,
} from '#tracking';
import type { Tracking } from '#tracking';

import { MailRhythmController } from '../mail-rhythm/mail-rhythm.controller.js';
import { ReturnedMailController } from '../returned-mail/returned-mail.controller.js';
import { SubscriptionsController } from '../subscription/subscriptions.controller.js';
import { AnswersController } from './answers.controller.js';
import { FigureLinksController } from './figure-links.controller.js';

/** What mails lead to and what comes of them: their links, how often they come, and what a relay gives back. */
export const MAIL_CONTROLLERS: readonly Type[] = [
  MailRhythmController,
  AnswersController,
  FigureLinksController,
  ReturnedMailController,
  SubscriptionsController,
];

export function mailProviders(tracking: Tracking): Provider[] {
  return [
    { provide: ChooseRhythm, useValue: tracking.chooseRhythm },
    { provide: ReadAnswer, useValue: tracking.readAnswer },
    { provide: SubmitByLink, useValue: tracking.submitByLink },
    { provide: AskToFollow, useValue: tracking.askToFollow },
    { provide: FollowLinks, useValue: tracking.followLinks },
    { provide: TakeReturnedMail, useValue: tracking.takeReturnedMail },
  ];
}
