import type { Provider } from '@nestjs/common';

import { KeepHelpLines, SayPlainly } from '#tracking';
import type { Tracking } from '#tracking';

import { HelpLinesController } from '../help-line/help-lines.controller.js';
import { PlainTextsController } from './plain-texts.controller.js';

/** What the secretariat writes for the public: recommendations in plain words, and whom children can call. */
export const PLAIN_TEXT_CONTROLLERS = [PlainTextsController, HelpLinesController];

export function plainTextProviders(tracking: Tracking): Provider[] {
  return [
    { provide: SayPlainly, useValue: tracking.sayPlainly },
    { provide: KeepHelpLines, useValue: tracking.keepHelpLines },
  ];
}
