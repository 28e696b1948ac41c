import type { Role } from '#domain';

import { EVERYBODY, WHOEVER_HAS_A_ROLE, WHOEVER_IS_SIGNED_IN, WHO_COMMENTS } from './rights.js';
import type { Action, Rights, Scope } from './rights.js';

/**
 * Who may do what, and how far: the only place that says so. A role that is not listed may not; what is given to the public
 * is given to everybody. The guard, the documentation and the matrix test all read this table.
 */
export const PERMISSIONS = {
  /** Published text, figures, statuses and dates. */
  public_record: { read: EVERYBODY },
  /** Health, metrics, the description of the API, and who is looking. */
  installation: { read: EVERYBODY },
  /** The demonstration's mailbox: it exists on loopback only. */
  mailbox: { read: EVERYBODY },
  /** One item, for whoever holds the signed link of a mail. */
  mail_link: { read: EVERYBODY, update: EVERYBODY },
  /** Mails that came back, from the relay: it brings a token of its own, which the route asks for. */
  returned_mail: { create: EVERYBODY },
  /** Signing in and out; looking at a link of one use. */
  sign_in: { read: EVERYBODY, create: EVERYBODY, delete: EVERYBODY },
  /** One's own password, second factors and sessions. */
  account: {
    read: WHOEVER_IS_SIGNED_IN,
    create: WHOEVER_IS_SIGNED_IN,
    update: WHOEVER_IS_SIGNED_IN,
    delete: WHOEVER_IS_SIGNED_IN,
  },
  /** One's own tokens for programs. */
  api_token: {
    read: WHOEVER_IS_SIGNED_IN,
    create: WHOEVER_IS_SIGNED_IN,
    delete: WHOEVER_IS_SIGNED_IN,
  },
  /** Addresses of one's own calendar. */
  calendar_feed: {
    read: WHOEVER_IS_SIGNED_IN,
    create: WHOEVER_IS_SIGNED_IN,
    delete: WHOEVER_IS_SIGNED_IN,
  },
  /** Addresses that one named to come back to, in the State: one's own. */
  saved_view: {
    read: WHOEVER_HAS_A_ROLE,
    create: WHOEVER_HAS_A_ROLE,
    update: WHOEVER_HAS_A_ROLE,
    delete: WHOEVER_HAS_A_ROLE,
  },
  /** Undoing what one did a moment ago: the act itself needed its own right. */
  undo: { create: { ...WHOEVER_HAS_A_ROLE, operator: 'all' } },
  /** A person's own calendar, for whoever holds its secret address. */
  own_calendar: { read: EVERYBODY },
  /** What is overdue, who owes it and what became of the last reminder. */
  docket: {
    read: { ombudsperson: 'own_state', secretariat: 'own_state', focal_point: 'own_institution' },
  },
  /** What became of reminders, who was told and why; answering them: acknowledging, putting off, "not mine", taking it back. */
  alert: {
    read: {
      ombudsperson: 'own_state',
      secretariat: 'own_state',
      monitoring_body: 'own_state',
      focal_point: 'own_institution',
    },
    update: { secretariat: 'own_state', focal_point: 'own_institution' },
  },
  /** Institutions, causes and reporting cycles beside each other. */
  comparison: {
    read: { monitoring_body: 'own_state', ombudsperson: 'own_state', secretariat: 'own_state' },
  },
  /** What those who work on a thing of the record write to each other about it; read by all of them, and never public. */
  comment: { read: WHO_COMMENTS, create: WHO_COMMENTS, update: WHO_COMMENTS },
  /** What becomes of "not mine". */
  disclaimer: { update: { secretariat: 'own_state' } },
  /** Prosecutions as they were reported, by region and apart, with median times: real figures, which are never published. */
  case_series: {
    read: { secretariat: 'own_state', ombudsperson: 'own_state', focal_point: 'own_institution' },
  },
  /** People of a State, their memberships and invitations. */
  person: {
    read: { secretariat: 'own_state', operator: 'own_state' },
    create: { secretariat: 'own_state', operator: 'own_state' },
    update: { secretariat: 'own_state', operator: 'own_state' },
  },
  /** Documents on their way in, and how they are read. */
  intake: {
    read: { secretariat: 'own_state' },
    create: { secretariat: 'own_state' },
    update: { secretariat: 'own_state' },
    delete: { secretariat: 'own_state' },
  },
  /** Exports of the Universal Human Rights Index on their way in, and what is on record of it. */
  uhri_import: {
    read: { secretariat: 'own_state' },
    create: { secretariat: 'own_state' },
    update: { secretariat: 'own_state' },
    delete: { secretariat: 'own_state' },
  },
  /** Files of figures on their way in, those that were taken in, and taking one out again. What institutions send is reviewed, and is a submission. */
  figure_import: {
    read: { secretariat: 'own_state' },
    create: { secretariat: 'own_state' },
    update: { secretariat: 'own_state' },
    delete: { secretariat: 'own_state' },
  },
  /** Which annotations of the Index are about which recommendation; what is confirmed is part of the public record. */
  uhri_link: { update: { secretariat: 'own_state' } },
  /** Second factors of a person of a State who has lost them. Taking them away makes an account easier to get into. */
  person_factor: { delete: { operator: 'own_state' } },
  /** The date that a committee communicated, in place of one that was derived. */
  deadline: { update: { secretariat: 'own_state' } },
  /** What became of an item from one reporting cycle to the next; confirmed links are part of the public record. */
  succession: {
    read: { ombudsperson: 'own_state', secretariat: 'own_state' },
    create: { secretariat: 'own_state' },
    update: { secretariat: 'own_state' },
  },
  /** What a recommendation is about, as rules suggest and people decide; what is confirmed is part of the public record. */
  classification: {
    read: { ombudsperson: 'own_state', secretariat: 'own_state' },
    update: { secretariat: 'own_state' },
  },
  /** Whom children can call: drafts, and what was checked. What is shown is public. */
  help_line: {
    read: { ombudsperson: 'own_state', secretariat: 'own_state' },
    update: { secretariat: 'own_state' },
  },
  /** Recommendations in plain words: drafts, and what a person confirms. */
  plain_text: {
    read: { ombudsperson: 'own_state', secretariat: 'own_state' },
    update: { secretariat: 'own_state' },
  },
  /** Institutions, who leads and supports, and what nobody answers for. */
  institution: {
    read: { secretariat: 'own_state', ombudsperson: 'own_state' },
    create: { secretariat: 'own_state' },
    update: { secretariat: 'own_state' },
  },
  /** What indicators a State has and what they ask for, of its own or from the library; their public side is part of the public record. */
  indicator: {
    read: { secretariat: 'own_state' },
    create: { secretariat: 'own_state' },
    update: { secretariat: 'own_state' },
  },
  /** Who answers for an institution, and handing over. */
  focal_point: {
    read: { secretariat: 'own_state', ombudsperson: 'own_state', focal_point: 'own_institution' },
    update: { secretariat: 'own_state', focal_point: 'own_institution' },
  },
  /** Letters that transmitted recommendations. */
  transmission: {
    read: { secretariat: 'own_state', ombudsperson: 'own_state' },
    create: { secretariat: 'own_state' },
    update: { secretariat: 'own_state' },
  },
  /** Assessments that are not public, and recording those of each assessor; published ones are part of the public record. */
  assessment: {
    read: { ombudsperson: 'own_state' },
    create: { secretariat: 'own_state', ombudsperson: 'own_state' },
    update: { ombudsperson: 'own_state' },
  },
  /** Formal information requests of the ombudsperson, confidential ones too; what is published is part of the public record. */
  information_request: {
    read: { ombudsperson: 'own_state', secretariat: 'own_state', focal_point: 'own_institution' },
    create: { ombudsperson: 'own_state' },
    update: { ombudsperson: 'own_state' },
  },
  /** What an institution answers to one. Contributors are of civil society and not of the institution: a confidential request is none of theirs. */
  information_request_answer: { create: { focal_point: 'own_institution' } },
  /** Statements of the ombudsperson while they are written; what is published is part of the public record. */
  statement: {
    read: { ombudsperson: 'own_state' },
    create: { ombudsperson: 'own_state' },
    update: { ombudsperson: 'own_state' },
  },
  /** What stands in the way of a decision that an item is implemented, and the decision; decisions are part of the public record. */
  implementation_decision: {
    read: { secretariat: 'own_state', ombudsperson: 'own_state' },
    create: { secretariat: 'own_state' },
  },
  /** Accepted figures of several sources beside each other; why they differ, which is of record, where a series breaks. */
  comparability: {
    read: { secretariat: 'own_state', ombudsperson: 'own_state' },
    create: { secretariat: 'own_state' },
  },
  /** Working days, ladders of reminders, thresholds of checks, and duties that come again. */
  watch_rule: {
    read: { secretariat: 'own_state', ombudsperson: 'own_state' },
    update: { secretariat: 'own_state' },
  },
  /** What an institution sends in answer to what it owes, and what others contribute: their own. */
  submission: {
    read: {
      secretariat: 'own_state',
      ombudsperson: 'own_state',
      focal_point: 'own_institution',
      contributor: 'own',
      monitoring_body: 'own',
    },
    create: {
      secretariat: 'own_state',
      focal_point: 'own_institution',
      contributor: 'own_state',
      monitoring_body: 'own_state',
    },
    update: {
      secretariat: 'own_state',
      focal_point: 'own_institution',
      contributor: 'own',
      monitoring_body: 'own',
    },
  },
  /** What reviewer and author write to each other about a submission. */
  submission_comment: {
    create: {
      secretariat: 'own_state',
      focal_point: 'own_institution',
      contributor: 'own',
      monitoring_body: 'own',
    },
  },
  /** What waits for a decision; deciding on it; opening an accepted period again. */
  review: {
    read: { secretariat: 'own_state', ombudsperson: 'own_state' },
    update: { secretariat: 'own_state' },
  },
  /** What anybody writes on the page of a recommendation; it is read before it is published. */
  contribution: { create: EVERYBODY },
  /** What anybody asks to be told by mail; the mailbox itself has to confirm it. */
  subscription: { create: EVERYBODY },
  /** What institutions do about recommendations; everybody reads it as part of the public record. */
  action: {
    create: { secretariat: 'own_state', focal_point: 'own_institution' },
    update: { secretariat: 'own_state', focal_point: 'own_institution' },
  },
  /** What proves it, private evidence included; what is public is part of the public record. */
  evidence: {
    read: { secretariat: 'own_state', ombudsperson: 'own_state', focal_point: 'own_institution' },
    create: { secretariat: 'own_state', focal_point: 'own_institution' },
    update: { secretariat: 'own_state', focal_point: 'own_institution' },
  },
  /** Who changed what, before and after. */
  audit: { read: { ombudsperson: 'own_state', secretariat: 'own_state' } },
  /** Who came in how and who was refused what, of all States, by codes and numbers. */
  security_event: { read: { operator: 'all' } },
  /** Whether the watch itself is awake. Whoever runs the machine sees no figures. */
  watch: { read: { operator: 'all' } },
  /** What a sweep would bring, by person and day, and asking for one. */
  sweep: { read: { operator: 'all' }, create: { operator: 'all' } },
  /** Mails that do not leave by themselves any more: by numbers, without their words and addresses. */
  dead_letter: { read: { operator: 'all' }, update: { operator: 'all' } },
} as const satisfies Readonly<Record<string, Rights>>;

export type Resource = keyof typeof PERMISSIONS;

/** What a route needs. */
export interface Access {
  readonly resource: Resource;
  readonly action: Action;
}

/** Scopes by role for one action; empty where the action does not exist for the resource. */
export function rightsTo({ resource, action }: Access): Readonly<Partial<Record<Role, Scope>>> {
  const rights: Rights = PERMISSIONS[resource];
  return rights[action] ?? {};
}

/** `docket:read`, as API tokens and the documentation write it. */
export function permissionName({ resource, action }: Access): string {
  return `${resource}:${action}`;
}
