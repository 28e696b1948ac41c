import type { AuditAction, Clock } from '#domain';
import { UserError } from '#domain';
import type { AuditRepository, RecordDatabase, SavedView, SavedViewRepository, State } from '#persistence';

const VIEW_NAME_MOST_LETTERS = 80;
const ADDRESS_MOST_LETTERS = 1_000;
/** In one State: more than anybody finds again. */
const VIEWS_AT_MOST = 50;

/** Addresses of the dashboard that a person names and finds again. They are nobody else's, and open nothing that the person may not see. */
export class SavedViews {
  constructor(
    private readonly record: RecordDatabase,
    private readonly views: SavedViewRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** By name. */
  list(state: State, personId: number): Promise<SavedView[]> {
    return this.record.runState(state.id, () => this.views.listViews(state.id, personId));
  }

  /**
   * @param address path and query of a page of that State, without its language, as the edge has read it
   * @throws UserError `saved_view.name`, `saved_view.address`, `saved_view.too_many` or `saved_view.name_taken`.
   */
  async save(
    state: State,
    personId: number,
    wish: { readonly name: string; readonly address: string },
  ): Promise<number> {
    const name = nameIn(wish.name);
    if (wish.address.length > ADDRESS_MOST_LETTERS) throw badAddress();
    return this.record.runState(state.id, async () => {
      const own = await this.views.lockViews(state.id, personId);
      if (own.length >= VIEWS_AT_MOST)
        throw new UserError(
          'conflict',
          'saved_view.too_many',
          `You have ${own.length} saved views. Remove one that you do not use any more.`,
        );
      refuseTaken(own, name, null);
      const now = this.clock.now();
      const id = await this.views.addView(state.id, { personId, name, address: wish.address, now });
      await this.write(state, personId, 'saved_view.saved', id);
      return id;
    });
  }

  /** @throws UserError `saved_view.unknown`, also of another person's; `saved_view.name` or `saved_view.name_taken`. */
  async rename(state: State, personId: number, id: number, wish: string): Promise<void> {
    const name = nameIn(wish);
    return this.record.runState(state.id, async () => {
      const own = await this.views.lockViews(state.id, personId);
      const view = ownIn(own, id);
      if (view.name === name) return;
      refuseTaken(own, name, id);
      await this.views.renameView(state.id, id, name);
      await this.write(state, personId, 'saved_view.renamed', id);
    });
  }

  /** @throws UserError `saved_view.unknown`, also of another person's. */
  remove(state: State, personId: number, id: number): Promise<void> {
    return this.record.runState(state.id, async () => {
      ownIn(await this.views.lockViews(state.id, personId), id);
      await this.views.removeView(state.id, id);
      await this.write(state, personId, 'saved_view.removed', id);
    });
  }

  /** The audit says that, by number: what a person calls it and where it leads is the person's own. */
  private async write(state: State, personId: number, action: AuditAction, savedView: number): Promise<void> {
    await this.audit.append(state.id, {
      personId,
      actor: 'account',
      action,
      subjectKind: 'person',
      subjectId: String(personId),
      ...(action === 'saved_view.removed' ? { before: { savedView } } : { after: { savedView } }),
      happenedAt: this.clock.now(),
    });
  }
}

/** What the edge says of an address that no page has. */
export function badAddress(): UserError {
  return new UserError(
    'invalid_input',
    'saved_view.address',
    'address: expected the path and query of a page of this State.',
  );
}

function nameIn(wish: string): string {
  const name = wish.trim().replace(/\s+/g, ' ');
  if (name.length > 0 && name.length <= VIEW_NAME_MOST_LETTERS) return name;
  throw new UserError(
    'invalid_input',
    'saved_view.name',
    `name: expected 1 to ${VIEW_NAME_MOST_LETTERS} letters, got ${name.length}.`,
  );
}

function ownIn(own: readonly SavedView[], id: number): SavedView {
  const view = own.find((one) => one.id === id);
  if (view) return view;
  throw new UserError('not_found', 'saved_view.unknown', 'You have no such saved view.');
}

function refuseTaken(own: readonly SavedView[], name: string, except: number | null): void {
  if (own.some((view) => view.name === name && view.id !== except))
    throw new UserError(
      'conflict',
      'saved_view.name_taken',
      'You have a saved view of this name. Choose another name, or remove that one first.',
    );
}
