import type { Installation } from '#installation';

/** What the worker is given. A class, because Nest injects by class. */
export class WorkerGround {
  constructor(readonly installation: Installation) {}
}
