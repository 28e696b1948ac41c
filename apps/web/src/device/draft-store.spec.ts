import { describe, expect, it } from '@jest/globals';

import {
  LINK_OWNER,
  draftKey,
  dropDrafts,
  dropOldDrafts,
  dropSaved,
  isSaved,
  linkMark,
  listDrafts,
  partKey,
  readDraft,
  writeDraft,
} from './draft-store.js';

function store(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}
const DAY = 86_400_000;
const draft = (at: number) => ({ at, version: null, fields: [['text_en', 'What we did']] }) as const;

describe('drafts on a device', () => {
  it('are found again by their person and form, and by no other', () => {
    const device = store();
    writeDraft(device, draftKey('PER focal_point MIMP Ana', '/states/PER/submissions/7'), draft(0));
    expect(readDraft(device, draftKey('PER focal_point MIMP Ana', '/states/PER/submissions/7'))).toEqual(
      draft(0),
    );
    expect(readDraft(device, draftKey('PER focal_point MIMP Ana', '/states/PER/submissions/8'))).toBeNull();
    expect(readDraft(device, draftKey('PER focal_point PNP Luis', '/states/PER/submissions/7'))).toBeNull();
  });

  it('go when another person signs in, when they are a week old, and all of them when somebody signs out', () => {
    const device = store();
    device.setItem('vigia.keys', 'off');
    const [own, old, other] = [draftKey('Ana', '/a'), draftKey('Ana', '/b'), draftKey('Luis', '/a')];
    writeDraft(device, own, draft(9 * DAY));
    writeDraft(device, old, draft(DAY));
    writeDraft(device, other, draft(9 * DAY));
    dropDrafts(device, 'Ana', 9 * DAY);
    expect([own, old, other].map((key) => device.getItem(key) !== null)).toEqual([true, false, false]);
    dropDrafts(device, null, 9 * DAY);
    expect(device.getItem(own)).toBeNull();
    expect(device.getItem('vigia.keys')).toBe('off');
  });

  it('of a form behind the link of a mail outlive whoever signs in, are dropped at signing out, and do not tell the link', () => {
    const device = store();
    const path = '/figure/eyJvYmxpZ2F0aW9uIjo2fQ.c2lnbmF0dXJl';
    const [mine, other] = [linkMark(path), linkMark(`${path}x`)];
    expect(mine).not.toBe(other);
    expect(linkMark(path)).toBe(mine);
    expect(mine).toMatch(/^\/[0-9a-z]{6,14}$/);
    writeDraft(device, draftKey(LINK_OWNER, mine), draft(9 * DAY));
    writeDraft(device, draftKey('Ana', '/a'), draft(DAY));
    dropOldDrafts(device, 8 * DAY - 1);
    dropDrafts(device, 'Luis', 9 * DAY);
    expect(listDrafts(device)).toEqual([{ path: null, draft: draft(9 * DAY) }]);
    dropOldDrafts(device, 17 * DAY);
    expect(listDrafts(device)).toEqual([]);
    writeDraft(device, draftKey(LINK_OWNER, mine), draft(9 * DAY));
    dropDrafts(device, null, 9 * DAY);
    expect(device.length).toBe(0);
  });

  it('of several forms that answer one thing are kept apart, and go together once one of them is saved', () => {
    const device = store();
    const page = draftKey(LINK_OWNER, linkMark('/answer/token'));
    const [snooze, other] = [partKey(page, 'snooze'), partKey(page, 'not_mine')];
    const elsewhere = partKey(draftKey(LINK_OWNER, linkMark('/answer/another')), 'snooze');
    for (const key of [snooze, other, elsewhere]) writeDraft(device, key, draft(0));
    expect(new Set([page, snooze, other, partKey(page, '')]).size).toBe(3);
    expect(listDrafts(device).map(({ path }) => path)).toEqual([null, null, null]);
    dropSaved(device, snooze);
    expect([snooze, other, elsewhere].map((key) => device.getItem(key) !== null)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('are listed newest first, with the form that each stands in', () => {
    const device = store();
    device.setItem('vigia.keys', 'off');
    writeDraft(device, draftKey('PER focal_point MIMP Ana: María', '/a/7'), draft(1));
    writeDraft(device, draftKey('PER focal_point MIMP Ana: María', '/b'), draft(2));
    expect(listDrafts(device).map(({ path }) => path)).toEqual(['/b', '/a/7']);
  });

  it('that cannot be read, or for which there is no room, are none', () => {
    const device = store();
    device.setItem(draftKey('Ana', '/a'), '{');
    expect(readDraft(device, draftKey('Ana', '/a'))).toBeNull();
    const full: Storage = {
      ...store(),
      setItem: () => {
        throw new RangeError('full');
      },
    };
    expect(writeDraft(full, draftKey('Ana', '/a'), draft(0))).toBe(false);
  });

  it.each([
    ['the page says what was done', '/s/7', '/s/7?done=saved', true],
    [
      'what could be saved has a page of its own',
      '/s/new/obligation/3',
      '/s/7?problem=submission.figures',
      true,
    ],
    ['the form came back', '/s/7', '/s/7?problem=submission.stale', false],
    ['one has to sign in first', '/s/7', '/sign-in?problem=sign_in.needed', false],
    ['one went back', '/s/7', '/s/7', false],
  ])('are saved or not where %s', (_, from, to, saved) => {
    const [path = '', query] = to.split('?');
    expect(isSaved(from, { path, query: new URLSearchParams(query) })).toBe(saved);
  });
});
