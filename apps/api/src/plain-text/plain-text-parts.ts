import type { Provider } from '@nestjs/common';

import { SayPlainly } from '#tracking';
import type { Tracking } from '#tracking';

import { PlainTextsController } from './plain-texts.controller.js';

/** Recommendations in plain words. */
export const PLAIN_TEXT_CONTROLLERS = [PlainTextsController];

export function plainTextProviders(tracking: Tracking): Provider[] {
  return [{ provide: SayPlainly, useValue: tracking.sayPlainly }];
}
