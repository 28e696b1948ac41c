import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ReturnPaths } from './return-path.js';

const paths = new ReturnPaths('a secret of the installation', 'Vigía <vigia@per.example>');
const MAIL = { stateId: 1, messageId: 4_711 };
const ANA = 'ana@mimp.example';
const PERSON = { personId: 4_711, sentAt: Date.UTC(2026, 10, 24) };

describe('a return path', () => {
  it('names its mail and the address that it was for, also after a relay has changed the case', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 32_767 }),
        fc.integer({ min: 1, max: 2_147_483_647 }),
        fc.emailAddress(),
        (stateId, messageId, recipient) => {
          const path = paths.pathFor({ stateId, messageId }, recipient);
          expect(path).toMatch(/^vigia\+[0-9a-z-]+@per\.example$/);
          for (const form of [path, path.toUpperCase(), `<${path}>`]) {
            const read = paths.read(form);
            expect(read).toMatchObject({ stateId, messageId });
            expect(read?.wasFor(recipient)).toBe(true);
            expect(read?.wasFor(`x${recipient}`)).toBe(false);
          }
        },
      ),
    );
  });

  it('of a mail about the way into an account names its person and the minute in which it left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_147_483_647 }),
        fc.integer({ min: 0, max: Date.UTC(2080, 0) }),
        fc.emailAddress(),
        (personId, sentAt, recipient) => {
          const path = paths.pathToPerson({ personId, sentAt }, recipient);
          expect(path).toMatch(/^vigia\+p-[0-9a-z-]+@per\.example$/);
          expect(path.indexOf('@')).toBeLessThanOrEqual(64);
          for (const form of [path, path.toUpperCase(), `<${path}>`]) {
            const read = paths.read(form);
            expect(read).toMatchObject({ about: 'person', personId, sentAt: sentAt - (sentAt % 60_000) });
            expect(read?.wasFor(recipient)).toBe(true);
            expect(read?.wasFor(`x${recipient}`)).toBe(false);
          }
        },
      ),
    );
  });

  it('of one form cannot be turned into one of the other', () => {
    // In the base of these numbers "p" is 25: a State may have that number, too.
    const ofState = paths.pathFor({ stateId: 25, messageId: 4_711 }, ANA);
    expect(ofState).toMatch(/^vigia\+p-/);
    expect(paths.read(ofState)).toMatchObject({ about: 'message', stateId: 25, messageId: 4_711 });
    expect(paths.read(paths.pathFor(MAIL, ANA).replace('+', '+p-'))).toBeNull();
    expect(paths.read(paths.pathToPerson(PERSON, ANA).replace('+p-', '+'))).toBeNull();
  });

  it('does not hold the address', () => {
    expect(paths.pathFor(MAIL, ANA)).not.toContain('ana');
    expect(paths.pathToPerson(PERSON, ANA)).not.toContain('ana');
  });

  it.each([
    ['a mail', paths.pathFor(MAIL, ANA)],
    ['a person', paths.pathToPerson(PERSON, ANA)],
  ])('to %s that is altered in any letter, cut off or of another installation is not ours', (_, path) => {
    for (let at = path.indexOf('+') + 1; at < path.indexOf('@'); at += 1) {
      const other = path[at] === 'a' ? 'b' : 'a';
      expect(paths.read(path.slice(0, at) + other + path.slice(at + 1))).toBeNull();
    }
    expect(paths.read(path.replace('@', '0@'))).toBeNull();
    expect(paths.read('vigia@per.example')).toBeNull();
    expect(new ReturnPaths('another secret', 'vigia@per.example').read(path)).toBeNull();
  });

  it('is the plain sender where that name leaves no room for more', () => {
    const long = `${'a'.repeat(40)}@per.example`;
    expect(new ReturnPaths('s', long).pathFor(MAIL, ANA)).toBe(long);
    const fits = new ReturnPaths('s', `${'a'.repeat(27)}@per.example`).pathFor(
      { stateId: 32_767, messageId: 2_147_483_647 },
      ANA,
    );
    expect(fits.indexOf('@')).toBeLessThanOrEqual(64);
    expect(fits).toContain('+');
  });
});
