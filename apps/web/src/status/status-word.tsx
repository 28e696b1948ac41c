import { statusWord } from '#messages';
import type { Language } from '#messages';

import type { ItemStatus } from './item-status.js';
import { Mark } from './mark.js';

interface StatusWordProps {
  readonly status: ItemStatus;
  readonly language: Language;
  readonly size?: number;
}

/** Mark and word, never one without the other. */
export function StatusWord({ status, language, size = 17 }: StatusWordProps) {
  return (
    <span class={`status tone-${status}`}>
      <Mark status={status} size={size} />
      <span class="status-word">{statusWord(language, status)}</span>
    </span>
  );
}
