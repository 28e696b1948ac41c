import type { ClassificationList, ItemSuggestionsView } from '#contracts';

import type { Wording } from '../../wording/wording.js';

export interface ItemProps {
  readonly item: ItemSuggestionsView;
  readonly iso3: string;
  readonly mayDecide: boolean;
  readonly choices: ClassificationList;
  /** Filter of the page, so that a decision leads back to it. */
  readonly only: '' | 'undecided';
  readonly wording: Wording;
}

export type Value = ItemSuggestionsView['values'][number];

export interface ValueProps extends ItemProps {
  readonly value: Value;
  /** All values of the same aspect. */
  readonly offered: ClassificationList['aspects'][number]['values'];
}
