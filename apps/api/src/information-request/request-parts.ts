import type { Provider } from '@nestjs/common';

import { AskForInformation, MakeStatement, ReadEscalations, ReadRequests, ReadStatements } from '#tracking';
import type { Tracking } from '#tracking';

import { InformationRequestsController } from './information-requests.controller.js';
import { EscalationsController } from '../escalation/escalations.controller.js';
import { StatementFormsController } from '../statement/statement-forms.controller.js';
import { StatementsController } from '../statement/statements.controller.js';
import { RequestFormsController } from './request-forms.controller.js';

/** What comes up to the ombudsperson, what the office asks institutions formally, with their answers, and what it says in public. */
export const REQUEST_CONTROLLERS = [
  InformationRequestsController,
  RequestFormsController,
  StatementsController,
  StatementFormsController,
  EscalationsController,
];

export function requestProviders(tracking: Tracking): Provider[] {
  return [
    { provide: AskForInformation, useValue: tracking.askForInformation },
    { provide: ReadRequests, useValue: tracking.readRequests },
    { provide: ReadEscalations, useValue: tracking.readEscalations },
    { provide: MakeStatement, useValue: tracking.makeStatement },
    { provide: ReadStatements, useValue: tracking.readStatements },
  ];
}
