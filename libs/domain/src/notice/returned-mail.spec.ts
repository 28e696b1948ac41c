import { describe, expect, it } from '@jest/globals';

import { judgeReturnedMail } from './returned-mail.js';
import type { MailThatLeft, ReturnedMail } from './returned-mail.js';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-24T13:00:00Z');
const LEFT: MailThatLeft = { acceptedAt: NOW - DAY, sameAddress: true };
const FAILED: ReturnedMail = { action: 'failed', status: '5.1.1', autoReply: false };

const judge = (returned: Partial<ReturnedMail>, left: Partial<MailThatLeft> = {}) =>
  judgeReturnedMail({ ...FAILED, ...returned }, { ...LEFT, ...left }, NOW);

describe('a mail that came back', () => {
  it.each([
    ['5.1.1', 'address_unusable'],
    ['5.1.10', 'address_unusable'],
    ['5.2.1', 'address_unusable'],
    ['5.4.4', 'address_unusable'],
    ['5.2.2', 'refused'],
    ['5.7.1', 'refused'],
    ['5.4.41', 'refused'],
    ['5.2.10', 'refused'],
    ['5.4.7', 'given_up'],
    ['4.4.7', 'given_up'],
    ['4.2.2', 'given_up'],
    ['2.0.0', 'not_understood'],
    ['15.1.1', 'not_understood'],
  ])('that failed with %s means %s', (status, meaning) => {
    expect(judge({ status })).toBe(meaning);
  });

  it('that is only late changes nothing, whatever its code', () => {
    expect(judge({ action: 'delayed', status: '4.2.2' })).toBe('delayed');
    expect(judge({ action: 'delayed', status: '5.1.1' })).toBe('delayed');
  });

  it('is an answer in absence only where it is no report on a delivery', () => {
    expect(judge({ action: null, status: null, autoReply: true })).toBe('auto_reply');
    expect(judge({ autoReply: true })).toBe('address_unusable');
    expect(judge({ action: null, status: null })).toBe('not_understood');
  });

  it('says nothing about today after three weeks, or about an address that the person no longer has', () => {
    expect(judge({}, { acceptedAt: NOW - 21 * DAY })).toBe('address_unusable');
    expect(judge({}, { acceptedAt: NOW - 21 * DAY - 1 })).toBe('outdated');
    expect(judge({}, { sameAddress: false })).toBe('outdated');
  });

  it('of a mail that arrived is no failure', () => {
    expect(judge({ action: 'delivered', status: '2.0.0' })).toBe('not_understood');
    expect(judge({ action: 'relayed' })).toBe('not_understood');
  });

  it('that failed without a code is left to a person', () => {
    expect(judge({ status: null })).toBe('not_understood');
  });
});
