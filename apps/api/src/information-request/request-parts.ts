import type { Provider } from '@nestjs/common';

import { AskForInformation, MakeStatement, ReadRequests, ReadStatements } from '#tracking';
import type { Tracking } from '#tracking';

import { InformationRequestsController } from './information-requests.controller.js';
import { StatementFormsController } from '../statement/statement-forms.controller.js';
import { StatementsController } from '../statement/statements.controller.js';
import { RequestFormsController } from './request-forms.controller.js';

/** What the ombudsperson asks institutions formally, with their answers, and what the office says in public. */
export const REQUEST_CONTROLLERS = [
  InformationRequestsController,
  RequestFormsController,
  StatementsController,
  StatementFormsController,
];

export function requestProviders(tracking: Tracking): Provider[] {
  return [
    { provide: AskForInformation, useValue: tracking.askForInformation },
    { provide: ReadRequests, useValue: tracking.readRequests },
    { provide: MakeStatement, useValue: tracking.makeStatement },
    { provide: ReadStatements, useValue: tracking.readStatements },
  ];
}
