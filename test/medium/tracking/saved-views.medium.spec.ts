import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const LATE = { name: '  What   is late ', address: '/states/PER/alerts?rule=deadline' };

let ground: TrackingGround;
let peru: WatchedState;
let chile: WatchedState;
let people = 0;

const somebody = (): Promise<number> =>
  peru.addPerson(`viewer${(people += 1)}@per.example`, 'monitoring_body', null);

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-30T15:00:00Z');
  peru = await WatchedState.create(ground);
  chile = await WatchedState.create(ground, 'CHL');
});

afterAll(() => ground?.close());

describe('a saved view', () => {
  it('is found again by whoever saved it, by nobody else and in no other State', async () => {
    const { savedViews } = ground.tracking;
    const [one, other] = [await somebody(), await somebody()];
    const id = await savedViews.save(peru.state, one, LATE);
    expect(await savedViews.list(peru.state, one)).toEqual([
      { id, name: 'What is late', address: LATE.address },
    ]);
    expect(await savedViews.list(peru.state, other)).toEqual([]);
    expect(await savedViews.list(chile.state, one)).toEqual([]);
    for (const act of [
      () => savedViews.rename(peru.state, other, id, 'Mine'),
      () => savedViews.remove(peru.state, other, id),
      () => savedViews.remove(chile.state, one, id),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'saved_view.unknown' });
  });

  it('is renamed and removed, and two of one person never have one name', async () => {
    const { savedViews } = ground.tracking;
    const person = await somebody();
    const id = await savedViews.save(peru.state, person, LATE);
    await expect(savedViews.save(peru.state, person, LATE)).rejects.toMatchObject({
      code: 'saved_view.name_taken',
    });
    await savedViews.rename(peru.state, person, id, 'Late');
    const again = await savedViews.save(peru.state, person, LATE);
    await expect(savedViews.rename(peru.state, person, again, 'Late')).rejects.toMatchObject({
      code: 'saved_view.name_taken',
    });
    await savedViews.remove(peru.state, person, id);
    expect((await savedViews.list(peru.state, person)).map((view) => view.id)).toEqual([again]);
  });

  it('has a name of 1 to 80 letters, an address that is not too long, and forty-nine others at most', async () => {
    const { savedViews } = ground.tracking;
    const person = await somebody();
    const save = (name: string, address = LATE.address) =>
      savedViews.save(peru.state, person, { name, address });
    for (const name of ['', '   ', 'x'.repeat(81)])
      await expect(save(name)).rejects.toMatchObject({ code: 'saved_view.name' });
    await expect(save('Long', `/states/PER/alerts?q=${'x'.repeat(1_000)}`)).rejects.toMatchObject({
      code: 'saved_view.address',
    });
    // At once: those who ask together wait for each other.
    const saved = await Promise.allSettled(Array.from({ length: 52 }, (_, place) => save(`View ${place}`)));
    expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
    await expect(save('One more')).rejects.toMatchObject({ code: 'saved_view.too_many' });
  });

  it('goes with the last role in the State, and is told of in the audit by its number only', async () => {
    const { savedViews, endMembership } = ground.tracking;
    const person = await somebody();
    const by = await peru.addPerson('secretariat@per.example', 'secretariat', null);
    const id = await savedViews.save(peru.state, person, LATE);
    const entries = await ground.rows<{ after: unknown }>(
      peru.state.id,
      `SELECT "after" FROM audit_entry WHERE state_id = $1 AND action = 'saved_view.saved' AND person_id = $2`,
      [peru.state.id, person],
    );
    expect(entries).toEqual([{ after: { savedView: id } }]);
    const [membership] = await ground.rows<{ id: number }>(
      peru.state.id,
      `SELECT id FROM membership WHERE state_id = $1 AND person_id = $2`,
      [peru.state.id, person],
    );
    await endMembership.end(peru.state, membership!.id, {
      personId: by,
      role: 'secretariat',
      reason: 'Left',
    });
    expect(await savedViews.list(peru.state, person)).toEqual([]);
  });
});
