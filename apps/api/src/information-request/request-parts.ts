import type { Provider } from '@nestjs/common';

import { AskForInformation, ReadRequests } from '#tracking';
import type { Tracking } from '#tracking';

import { InformationRequestsController } from './information-requests.controller.js';
import { RequestFormsController } from './request-forms.controller.js';

/** What the ombudsperson asks institutions formally, and their answers. */
export const REQUEST_CONTROLLERS = [InformationRequestsController, RequestFormsController];

export function requestProviders(tracking: Tracking): Provider[] {
  return [
    { provide: AskForInformation, useValue: tracking.askForInformation },
    { provide: ReadRequests, useValue: tracking.readRequests },
  ];
}
