interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Questions that are asked while others are answered are answered together: where an answer costs a commit to the disk, several
 * cost one. Nobody waits longer than for the group before.
 */
export class Together<Asked, Answer> {
  private waiting: Waiting<Asked, Answer>[] = [];
  private answering = false;

  /** @param answer as many answers as questions, in their order; what it throws, all of the group are told */
  constructor(private readonly answer: (asked: readonly Asked[]) => Promise<readonly Answer[]>) {}

  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      if (this.answering) return;
      this.answering = true;
      void this.answerAll();
    });
  }

  private async answerAll(): Promise<void> {
    // Who asks in the same moment is of the first group.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const group = this.waiting;
      this.waiting = [];
      try {
        const answers = await this.answer(group.map(({ asked }) => asked));
        group.forEach(({ resolve }, index) => resolve(answers[index]!));
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.answering = false;
  }
}
