/** Settings that cannot work, all of them in one message. It holds names and expectations, never values. */
export class ConfigError extends Error {
  readonly code = 'config.invalid';

  constructor(readonly problems: readonly string[]) {
    super(
      `The settings cannot work:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\nSee .env.example for what each one means.`,
    );
    this.name = 'ConfigError';
  }
}
