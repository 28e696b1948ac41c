const SENT = 'vigia.sent';

/** The form that this tab sent last and of which nothing is known yet. */
interface SentForm {
  /** Of its draft. */
  readonly key: string;
  /** Without the language. */
  readonly path: string;
  /** Address of its page. */
  readonly page: string;
}

export function noteSent(sent: SentForm): void {
  sessionStorage.setItem(SENT, JSON.stringify(sent));
}

export function readSent(): SentForm | null {
  return JSON.parse(sessionStorage.getItem(SENT) ?? 'null') as SentForm | null;
}

export function forgetSent(): void {
  sessionStorage.removeItem(SENT);
}
