import type { ListedSubmissionView } from '#contracts';

import { StatusWord } from '../../status/status-word.js';
import type { Wording } from '../../wording/wording.js';
import { stateWords } from './submission-words.js';

interface SubmissionStateProps {
  readonly of: Pick<ListedSubmissionView, 'state' | 'authorKind'>;
  readonly wording: Wording;
  readonly size?: number;
}

/** What waits for a review has the mark that it has everywhere; the other states are words alone. */
export function SubmissionState({ of, wording, size = 17 }: SubmissionStateProps) {
  if (of.state !== 'submitted') return <>{stateWords(of, wording)}</>;
  return <StatusWord status="awaiting_review" language={wording.language} size={size} />;
}
