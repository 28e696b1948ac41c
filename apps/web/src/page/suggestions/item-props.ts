import type { ClassificationList, ItemSuggestionsView } from '#contracts';

import type { Wording } from '../../wording/wording.js';

export interface ItemProps {
  readonly item: ItemSuggestionsView;
  readonly iso3: string;
  readonly mayDecide: boolean;
  readonly choices: ClassificationList;
  /** What the page is asked for, so that a decision leads back to it. */
  readonly asked: Readonly<Record<string, string>>;
  /** Words as they stand in the texts. */
  readonly sought: readonly string[];
  readonly wording: Wording;
}

export type Value = ItemSuggestionsView['values'][number];

export interface ValueProps extends ItemProps {
  readonly value: Value;
  /** All values of the same aspect. */
  readonly offered: ClassificationList['aspects'][number]['values'];
}
