const comment = {
  id: 2,
  author: {
    role: 'focal_point',
    institution: { code: 'MIMP', name: 'Ministry of Women', shortName: 'MIMP' },
    own: false,
  },
  language: 'en',
  text: 'It comes in August.',
  writtenAt: '2026-11-24T15:00:00.000Z',
  editedAt: '2026-11-24T15:10:00.000Z',
  former: [{ text: 'It comes in July.', replacedAt: '2026-11-24T15:10:00.000Z' }],
  withdrawn: null,
  mayEdit: true,
  mayWithdraw: true,
};

/** A comment that was withdrawn, and an answer that was changed. */
export const commentThread = {
  ...comment,
  id: 1,
  text: null,
  former: [],
  withdrawn: { at: '2026-11-24T16:00:00.000Z', reason: 'It was answered.' },
  about: { kind: 'alert', id: '7', code: '8', title: 'Complete data' },
  answers: [comment],
};
